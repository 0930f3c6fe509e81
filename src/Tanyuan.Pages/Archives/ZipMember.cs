namespace Tanyuan.Pages.Archives;

/// <summary>A member of a ZIP archive, as the archive's directory has it.</summary>
/// <param name="Name">Its path in the archive, with slashes.</param>
/// <param name="Method">How it is compressed: 0 not at all, 8 by deflate; nothing else is read.</param>
/// <param name="IsEncrypted">Whether a password protects it.</param>
/// <param name="IsFile">Whether it is a file, not a folder or a link.</param>
/// <param name="PackedLength">Its length in the archive.</param>
/// <param name="Length">Its length.</param>
/// <param name="Checksum">The CRC-32 of its content.</param>
/// <param name="HeaderOffset">Where in the file its local header stands.</param>
internal sealed record ZipMember(
    string Name, int Method, bool IsEncrypted, bool IsFile, long PackedLength, long Length, uint Checksum, long HeaderOffset)
{
    /// <summary>When it was last written, or null where the archive does not say.</summary>
    public DateTimeOffset? Written { get; init; }
}
