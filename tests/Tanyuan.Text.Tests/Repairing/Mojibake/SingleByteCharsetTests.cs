using Tanyuan.Text.Repairing.Mojibake;

namespace Tanyuan.Text.Tests.Repairing.Mojibake;

public sealed class SingleByteCharsetTests
{
    [Fact]
    public void Each_character_of_a_charset_has_its_byte_and_no_other_character_has_one()
    {
        foreach (var charset in SingleByteCharset.All)
        {
            var characters = charset.CharactersOf(..);
            for (var unit = 0; unit <= char.MaxValue; unit++)
            {
                var value = charset.ByteOf((char)unit);
                Assert.Equal(Array.IndexOf(characters, (char)unit), value);
            }
        }
    }
}
