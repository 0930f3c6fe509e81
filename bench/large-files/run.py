#!/usr/bin/env python3
"""Memory of the cleaner over files and streams far larger than it: WARC, ZIP and JSON Lines at any size, made as they are read.

    python3 bench/large-files/run.py [warc|zip|batch ...] [--megabytes 1024]

Each case starts the published command in a process of its own, feeds it, throws its output away, and samples its resident memory
(/proc/PID/status) ten times a second. Linux only. Prints the size, the pages, cpu seconds, and the peak after each tenth of the input:
a column that stays level is constant memory.
"""
import argparse, gzip, io, json, os, random, subprocess, sys, tempfile, threading, time, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORDS = '望川渡口的老橋今年春天開始翻修，橋面換成了松木。石墩一塊也沒有動，木匠說要先泡滿四十天才不會開裂。'


def page(number, rng):
    body = ''.join('<p>%s</p>' % ''.join(rng.choice(WORDS) for _ in range(200)) for _ in range(6))
    frame = ''.join('<li><a href="/%d">%s</a></li>' % (i, ''.join(rng.choice(WORDS) for _ in range(12))) for i in range(30))
    script = '<script>var x=%s</script>' % json.dumps([rng.random() for _ in range(2000)])
    return ('<html><head><meta charset="utf-8"><title>第%d篇</title>%s</head><body><ul>%s</ul><h1>第%d篇</h1>%s</body></html>'
            % (number, script, frame, number, body)).encode()


def pages(total):
    rng, made, number = random.Random(1), 0, 0
    pool = [page(i, rng) for i in range(64)]
    while made < total:
        content = pool[number % len(pool)]
        yield number, content
        made += len(content)
        number += 1


def warc(total, sink):
    """A compressed crawl, a gzip member a record, as crawlers write them."""
    packed = {}
    for number, content in pages(total):
        http = b'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n' + content
        record = ('WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/%d\r\nWARC-Date: 2024-10-04T02:00:00Z\r\n'
                  'Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n' % (number % 64, len(http))).encode() + http + b'\r\n\r\n'
        key = number % 64
        if key not in packed:
            packed[key] = gzip.compress(record, 1)
        sink(packed[key], len(content))


def batch(total, sink):
    for number, content in pages(total):
        sink((json.dumps({'id': str(number), 'html': content.decode()}, ensure_ascii=False) + '\n').encode(), len(content))


def make_zip(total, path):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number, content in pages(total):
            archive.writestr('%06d.html' % number, content)


def resident(pid):
    try:
        with open('/proc/%d/status' % pid) as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith('VmRSS'))
    except (OSError, StopIteration):
        return 0


def measure(name, arguments, total, produce):
    command = [os.path.join(ROOT, 'tanyuan')] + arguments if not os.environ.get('TANYUAN_COMMAND') else os.environ['TANYUAN_COMMAND'].split() + arguments
    before = os.times()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    peaks, state = [0] * 10, {'done': 0}
    counted = threading.Thread(target=lambda: state.update(lines=sum(1 for _ in process.stdout)))
    counted.start()
    started = time.time()

    def watch():
        while process.poll() is None:
            # A file's share is told by time alone: its reader takes it in one go.
            share = state['done'] / total if produce else min(0.99, (time.time() - started) / max(1e-9, state.get('expected', 60)))
            tenth = min(9, int(10 * share))
            peaks[tenth] = max(peaks[tenth], resident(process.pid))
            time.sleep(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    if produce:
        def sink(data, size):
            process.stdin.write(data)
            state['done'] += size
        produce(total, sink)
    process.stdin.close()
    process.wait()
    counted.join()
    watcher.join()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    print('%-6s %6d MB  exit %d  %8d lines  %6.0f cpu s  peak MB by tenth: %s' % (
        name, total >> 20, process.returncode, state['lines'], cpu, ' '.join('%4d' % peak for peak in peaks)), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cases', nargs='*', default=['warc', 'zip', 'batch'])
    parser.add_argument('--megabytes', type=int, default=1024)
    options = parser.parse_args()
    total = options.megabytes << 20
    for case in options.cases:
        if case == 'warc':
            measure('warc', ['clean', '-', '--json'], total, warc)
        elif case == 'batch':
            measure('batch', ['clean', '--batch'], total, batch)
        else:
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'pages.zip')
                make_zip(total, path)
                print('zip    %d bytes on the disk' % os.path.getsize(path), flush=True)
                measure('zip', ['clean', path, '--json'], total, None)


if __name__ == '__main__':
    main()
