import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The same corpus and queries through Lucene: index CORPUS FOLDER [THREADS], or search FOLDER QUERIES. */
public final class LuceneBench {
    static final int WARMUP = 12, WARMUP_SECONDS = 5, PASSES = 5, BEST = 10;

    public static void main(String[] args) throws Exception {
        if (args[0].equals("index")) index(args[1], args[2], args.length > 3 ? Integer.parseInt(args[3]) : 1);
        else search(args[1], args[2]);
    }

    static void index(String corpus, String folder, int threads) throws Exception {
        long start = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(new CJKAnalyzer(CharArraySet.EMPTY_SET));
        config.setRAMBufferSizeMB(128);
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        long[] key = {0};
        try (Directory directory = FSDirectory.open(Paths.get(folder)); IndexWriter writer = new IndexWriter(directory, config);
             BufferedReader reader = Files.newBufferedReader(Paths.get(corpus), StandardCharsets.UTF_8)) {
            Thread[] workers = new Thread[threads];
            for (int t = 0; t < threads; t++) {
                workers[t] = new Thread(() -> {
                    try {
                        while (true) {
                            List<String> lines = new ArrayList<>();
                            long first;
                            synchronized (reader) {
                                first = key[0];
                                String line;
                                while (lines.size() < 256 && (line = reader.readLine()) != null) lines.add(line);
                                key[0] += lines.size();
                            }
                            if (lines.isEmpty()) return;
                            for (int i = 0; i < lines.size(); i++) {
                                Document document = new Document();
                                document.add(new TextField("body", lines.get(i), Field.Store.NO));
                                document.add(new NumericDocValuesField("key", first + i));
                                writer.addDocument(document);
                            }
                        }
                    } catch (Exception error) {
                        throw new RuntimeException(error);
                    }
                });
                workers[t].start();
            }
            for (Thread worker : workers) worker.join();
            writer.commit();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
        double megabytes = Files.size(Paths.get(corpus)) / 1e6, size = 0;
        try (Stream<Path> files = Files.list(Paths.get(folder))) {
            size = files.mapToLong(path -> path.toFile().length()).sum() / 1e6;
        }
        System.out.printf("lucene index: %d documents, %.1f MB, %d thread(s): %.2f s, %.2f CPU s, %.2f MB/s, %.2f MB per CPU s, index %.1f MB = %.3f of the text, peak memory %d MB%n",
            key[0], megabytes, threads, seconds, cpu, megabytes / seconds, megabytes / cpu, size, size / megabytes, peak());
    }

    static long peak() throws Exception {
        for (String line : Files.readAllLines(Paths.get("/proc/self/status")))
            if (line.startsWith("VmHWM")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1000;
        return 0;
    }

    static void search(String folder, String path) throws Exception {
        List<String> kinds = new ArrayList<>();
        List<Query> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(path), StandardCharsets.UTF_8)) {
            String kind = line.substring(0, line.indexOf('\t'));
            String[] terms = line.substring(line.indexOf('\t') + 1).split(" ");
            kinds.add(kind);
            queries.add(query(kind, terms));
        }
        long opened = System.nanoTime();
        try (Directory directory = FSDirectory.open(Paths.get(folder)); DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
            searcher.setQueryCache(null);
            System.out.printf("lucene open: %.1f ms, %d documents in %d segments%n", (System.nanoTime() - opened) / 1e6, reader.numDocs(), reader.leaves().size());
            java.lang.management.ThreadMXBean clock = java.lang.management.ManagementFactory.getThreadMXBean();
            double[] best = new double[queries.size()];
            long warm = System.nanoTime() + WARMUP_SECONDS * 1_000_000_000L;
            for (int pass = 0, last = Integer.MAX_VALUE; pass < last; pass++) {
                if (last == Integer.MAX_VALUE && pass >= WARMUP && System.nanoTime() > warm) {
                    Arrays.fill(best, Double.MAX_VALUE);
                    last = pass + PASSES;
                }
                for (int i = 0; i < best.length; i++) {
                    long start = clock.getCurrentThreadCpuTime();
                    searcher.search(queries.get(i), BEST);
                    best[i] = Math.min(best[i], (clock.getCurrentThreadCpuTime() - start) / 1e6);
                }
            }
            kinds.stream().distinct().forEach(kind -> report(kind, pick(kinds, best, kind, false)));
            report("mixed", pick(kinds, best, "long", true));
            System.out.printf("lucene: peak memory %d MB%n", peak());
        }
    }

    static double[] pick(List<String> kinds, double[] best, String kind, boolean others) {
        return java.util.stream.IntStream.range(0, best.length).filter(i -> kinds.get(i).equals(kind) != others).mapToDouble(i -> best[i]).toArray();
    }

    static void report(String kind, double[] milliseconds) {
        Arrays.sort(milliseconds);
        int n = milliseconds.length;
        System.out.printf("lucene  %-7s p50 %.3f  p95 %.3f  p99 %.3f ms  %.0f a second%n", kind, milliseconds[(int) (0.5 * n)],
            milliseconds[Math.min(n - 1, (int) (0.95 * n))], milliseconds[Math.min(n - 1, (int) (0.99 * n))], 1000 * n / Arrays.stream(milliseconds).sum());
    }

    static Query query(String kind, String[] terms) {
        if (kind.equals("phrase")) return new PhraseQuery("body", terms);
        if (terms.length == 1) return new TermQuery(new Term("body", terms[0]));
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (String term : terms) builder.add(new TermQuery(new Term("body", term)), kind.equals("and") ? Occur.MUST : Occur.SHOULD);
        return builder.build();
    }
}
