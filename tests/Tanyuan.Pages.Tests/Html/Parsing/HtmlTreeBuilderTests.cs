using Tanyuan.Pages.Html.Parsing;
using Tanyuan.Tests.Shared;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Tests.Html.Parsing;

/// <summary>
/// The parser's tree is AngleSharp's: every element, text and link in the same place, on pages we wrote, on mark-up made of fragments at random,
/// and on real pages. Left out of the random mark-up is what AngleSharp reads otherwise than the
/// standard: selection lists, a header cell that <c>&lt;/td&gt;</c> closes, end tags across the borders of MathML and templates.
/// </summary>
public sealed class HtmlTreeBuilderTests
{
    /// <summary>Fragments that tree construction has rules for.</summary>
    static readonly string[] Fragments =
    [
        "<p>", "</p>", "<div>", "</div>", "<div class=a>", "<span>", "</span>", "<b>", "</b>", "<i>", "</i>", "<a href=1>", "<a href=2>", "</a>", "<em>", "</em>", "<nobr>", "</nobr>", "<font size=2>", "</font>",
        "<ul>", "</ul>", "<li>", "</li>", "<dl>", "<dt>", "<dd>", "</dl>", "<h1>", "</h1>", "<h2>", "</h2>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<tbody>", "</tbody>", "<thead>",
        "<caption>", "</caption>", "<colgroup>", "<col>", "<br>", "</br>", "<hr>", "<img>", "<input type=hidden>", "<button>", "</button>", "<form>", "</form>", "<pre>1", "</pre>", "<blockquote>", "</blockquote>", "<center>", "</center>",
        "<ruby>", "<rt>", "<rp>", "</ruby>", "<object>", "</object>", "<marquee>", "</marquee>", "<script>a<b</script>", "<style>p{}</style>", "<title>t&amp;</title>", "<textarea>\nx</textarea>", "<iframe>x</iframe>", "<noscript>", "</noscript>",
        "<svg>", "</svg>", "<g>", "</g>", "<![CDATA[x]]>", "<custom-tag>", "</custom-tag>",
        "<html>", "</html>", "<head>", "</head>", "<body>", "</body>", "<meta>", "<link>", "<!-- c -->", "<!-->", "<?x?>", "</ >", "text", "文字，", " ", "\n", "&amp;", "&nbsp;", "&eacute", "&#x4e2d;", "&notit;", "a<3",
    ];

    static readonly string[] Openings = ["", "<!doctype html>", "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", "<!doctype html><body>", "<!doctype html><body><table>", "<html><head>"];

    [Fact]
    public void Random_mark_up_gives_the_tree_that_the_standards_parser_gives()
    {
        for (var seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            var html = random.GetItems(Openings, 1)[0] + string.Concat(random.GetItems(Fragments, random.Next(30)));

            Assert.True(TreeText.Theirs(html) == TreeText.Ours(html), $"Seed {seed} gives another tree: {html}");
        }
    }

    [Theory]
    [InlineData("<p>1<p>2")]
    [InlineData("<b>1<p>2</b>3</p>4")]
    [InlineData("<a href=1>1<div>2<a href=2>3</div>4")]
    [InlineData("<table>1<tr>2<td>3</table>4")]
    [InlineData("<table><tr><td><table><tr><td>1</td></tr></table>2</td></tr></table>")]
    [InlineData("<b><b><b><b><p>1")]
    [InlineData("<svg><p>1</svg>2")]
    [InlineData("<svg/>1<math/>2")]
    [InlineData("<svg><desc><p>1</p></desc><title>2<b>3</b></title></svg>4")]
    [InlineData("<math><mi>1<b>2</b></mi><annotation-xml encoding=text/html><p>3</p></annotation-xml></math>4")]
    [InlineData("<template><tr><td>1</td></tr></template>2")]
    [InlineData("<div><template><p>1</template>2</div>3")]
    [InlineData("<b><pre>\n\n1</pre><textarea>\n\n2</textarea>")]
    [InlineData("<script><!--<script></script>--></script>1")]
    [InlineData("<script><!--</script>1")]
    [InlineData("<!--a--!>1<!---->2<!--->3<!-- a -- b -->4")]
    [InlineData("<title>1</titel></title >2")]
    [InlineData("<div class='1' class='2' href=>1</div/x>2")]
    [InlineData("<p class=\"&lt;&copy;&copycat=&#128;\">&#128;&#0;&#xD800;&#1114112;&ampx;&NotEqualTilde;")]
    [InlineData("<frameset><frame><noframes>1</noframes></frameset>2")]
    [InlineData("<plaintext></plaintext>1")]
    [InlineData("1</div")]
    [InlineData("<div class='1")]
    public void Mark_up_with_a_rule_of_its_own_gives_the_standards_tree(string html)
    {
        Assert.Equal(TreeText.Theirs(html), TreeText.Ours(html));
        Assert.Equal(TreeText.Theirs("<!doctype html>" + html), TreeText.Ours("<!doctype html>" + html));
    }

    [Fact]
    public void Our_sample_pages_give_the_standards_trees()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.File("samples", "pages"), "*.html"))
            AssertSame(path, File.ReadAllBytes(path));
    }

    [Fact]
    public void Real_pages_give_the_standards_trees()
    {
        foreach (var name in (ReadOnlySpan<string>)["mh", "zc", "zd"])
        {
            foreach (var (page, bytes) in OpenPages.Read(Repository.SharedOrSkip("eval", "data", $"{name}.tar.xz")).Where((_, index) => index % 4 == 0))
                AssertSame(page, bytes);
        }
    }

    static void AssertSame(string path, byte[] bytes)
    {
        var html = TextDecoder.Decode(bytes, CharsetDeclaration.FindInHtml(bytes)).Text;

        Assert.True(TreeText.Theirs(html) == TreeText.Ours(html), $"{path} gives another tree.");
    }
}
