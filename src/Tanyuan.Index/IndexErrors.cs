using Tanyuan.Text;

namespace Tanyuan.Index;

/// <summary>Every error this part raises on purpose, in one place so that codes and wording agree.</summary>
static class IndexErrors
{
    internal const string CorruptCode = "index-corrupt";

    internal static TanyuanException Corrupt(string file, long offset, string what, Exception? inner = null) =>
        new(CorruptCode, $"The index file {file} is damaged at byte {offset}: {what}. Rebuild the index.", inner);

    internal static TanyuanException TooNew(string file, int version, int known) =>
        new("index-too-new", $"The index file {file} has format version {version}; this program knows up to {known}. Update the program, or rebuild the index with this one.");

    internal static TanyuanException Outdated(string file, int version, int known) =>
        new("index-outdated", $"The index file {file} has format version {version}; this program writes and reads {known}. Rebuild the index.");

    internal static TanyuanException Locked(string file, Exception? inner = null) =>
        new("index-locked", $"Another writer holds {file}. Close it, or wait until it is done.", inner);

    internal static TanyuanException SchemaMismatch(string directory) =>
        new("index-schema-mismatch", $"The index in {directory} was written with other fields. Rebuild it.");

    internal static TanyuanException NotFound(string directory) =>
        new("index-not-found", $"There is no committed index in {directory}. Build one first.");

    internal static TanyuanException WriterFailed(string directory, Exception cause) =>
        new("index-write-failed", $"An earlier write to the index in {directory} failed: {cause.Message} Close the writer and open it again; it continues from the last commit.", cause);
}
