using Tanyuan.Text;

namespace Tanyuan.Pages.Archives;

/// <summary>A ZIP member that is opened when it is first read, so that whatever is wrong with it is wrong with it alone.</summary>
internal sealed class ZipMemberStream(ZipDirectory zip, ZipMember member, ExpansionBudget budget) : ReadOnlyStream
{
    Stream? content;

    public override int Read(Span<byte> buffer)
    {
        content ??= Open();
        return content.Read(buffer);
    }

    Stream Open()
    {
        if (member.IsEncrypted)
            throw new TanyuanException(QuarantineCodes.Encrypted, "It is protected by a password. Unpack it yourself and add what it holds.");
        return member.Method is 0 or 8
            ? zip.Open(member, budget)
            : throw new TanyuanException(QuarantineCodes.UnknownFormat, $"It is compressed by method {member.Method}, which is not read. Pack it anew, or unpack it.");
    }
}
