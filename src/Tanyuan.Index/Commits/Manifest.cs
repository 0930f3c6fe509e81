using System.Globalization;
using System.Text;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Commits;

/// <summary>
/// One commit: everything needed to open the index as it was then. File <c>segments_N</c>, N being the generation; body:
/// <code>
/// generation u64 | progress i64 | next segment id u64 | next live generation u64
/// field count v, each: name length in bytes v, name UTF-8, positions u8, k1 f64, b f64, boost f64
/// column count v, each: name length in bytes v, name UTF-8, kind u8
/// segment count v, each: id u64, documents u32, live u32, live generation u64, seals u32 × 5
/// </code>
/// (v is a variable-length number.) The seals bind the exact files, so a file of another time under the same name is noticed.
/// </summary>
/// <param name="Generation">The number of the commit, ascending.</param>
/// <param name="Progress">The number of the last change applied, as the caller counts.</param>
/// <param name="NextSegment">The lowest segment id never used.</param>
/// <param name="NextLiveGeneration">The lowest live generation never used.</param>
/// <param name="Schema">The fields and columns.</param>
/// <param name="Segments">The segments, oldest first.</param>
sealed record Manifest(
    long Generation, long Progress, long NextSegment, long NextLiveGeneration, IndexSchema Schema, IReadOnlyList<SegmentEntry> Segments)
{
    const string Prefix = "segments_";
    const int SealCount = 5;

    internal static string FileName(long generation) => Prefix + generation.ToString(CultureInfo.InvariantCulture);

    internal static string TemporaryName(long generation) => FileName(generation) + ".tmp";

    /// <summary>The generation that a file name says, or null when it is no manifest's.</summary>
    internal static long? GenerationOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            ? generation
            : null;

    internal static Manifest Read(IndexDirectory directory, long generation)
    {
        var file = SealedFile.Open(directory, FileName(generation), FileKind.Manifest, 0);
        try
        {
            return Read(file, generation);
        }
        finally
        {
            file.Close();
        }
    }

    static Manifest Read(SealedFile file, long generation)
    {
        var reader = file.Read(SealedFormat.HeaderLength, checked((int)(file.Length - SealedFormat.HeaderLength)));
        if (reader.ReadInt64() != generation)
            throw file.Corrupt(SealedFormat.HeaderLength, "it is of another generation than its name says");

        var progress = reader.ReadInt64();
        var nextSegment = reader.ReadInt64();
        var nextLiveGeneration = reader.ReadInt64();
        var fields = new List<FieldDefinition>();
        for (var left = reader.ReadVariableInt32(); left > 0; left--)
        {
            var name = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadVariableInt32()));
            fields.Add(new FieldDefinition(name, reader.ReadByte() != 0, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        }

        var columns = new List<ColumnDefinition>();
        for (var left = reader.ReadVariableInt32(); left > 0; left--)
        {
            var name = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadVariableInt32()));
            columns.Add(new ColumnDefinition(name, (ColumnKind)reader.ReadByte()));
        }

        var schema = new IndexSchema(fields) { Columns = columns };
        if (!schema.IsValid)
            throw file.Corrupt(reader.Offset, "its fields and columns cannot be");

        var segments = new List<SegmentEntry>();
        for (var left = reader.ReadVariableInt32(); left > 0; left--)
        {
            var id = reader.ReadInt64();
            var documents = reader.ReadUInt32();
            var live = reader.ReadUInt32();
            if (live > documents || documents > int.MaxValue)
                throw file.Corrupt(reader.Offset, $"segment {id} has {live} live documents of {documents}");

            var liveGeneration = reader.ReadInt64();
            var seals = new uint[SealCount];
            for (var i = 0; i < SealCount; i++)
                seals[i] = reader.ReadUInt32();
            segments.Add(new SegmentEntry(id, (int)documents, (int)live, liveGeneration, seals));
        }

        if (!reader.AtEnd)
            throw file.Corrupt(reader.Offset, "it is longer than what it lists");
        return new Manifest(generation, progress, nextSegment, nextLiveGeneration, schema, segments);
    }

    /// <summary>Writes the manifest under <paramref name="name"/>; the caller makes it durable and renames it.</summary>
    internal void Write(IndexDirectory directory, string name)
    {
        using var output = new SealedFileWriter(directory, name, FileKind.Manifest, 0);
        output.WriteUInt64((ulong)Generation);
        output.WriteUInt64((ulong)Progress);
        output.WriteUInt64((ulong)NextSegment);
        output.WriteUInt64((ulong)NextLiveGeneration);

        output.WriteVariable((uint)Schema.Fields.Count);
        foreach (var field in Schema.Fields)
        {
            WriteName(output, field.Name);
            output.WriteByte(field.Positions ? (byte)1 : (byte)0);
            output.WriteUInt64(BitConverter.DoubleToUInt64Bits(field.K1));
            output.WriteUInt64(BitConverter.DoubleToUInt64Bits(field.B));
            output.WriteUInt64(BitConverter.DoubleToUInt64Bits(field.Boost));
        }

        output.WriteVariable((uint)Schema.Columns.Count);
        foreach (var column in Schema.Columns)
        {
            WriteName(output, column.Name);
            output.WriteByte((byte)column.Kind);
        }

        output.WriteVariable((uint)Segments.Count);
        foreach (var segment in Segments)
        {
            output.WriteUInt64((ulong)segment.Id);
            output.WriteUInt32((uint)segment.DocumentCount);
            output.WriteUInt32((uint)segment.LiveCount);
            output.WriteUInt64((ulong)segment.LiveGeneration);
            foreach (var seal in segment.Seals)
                output.WriteUInt32(seal);
        }

        output.Finish();
    }

    static void WriteName(SealedFileWriter output, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        output.WriteVariable((uint)bytes.Length);
        output.WriteBytes(bytes);
    }
}
