using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Text.Tests.Repairing;

public sealed class RepairedTextTests
{
    static readonly Arbitrary<(string Text, int[] Seeds, int Cut)> Cases =
        (from text in Gen.Elements('a', 'b', 'c', '茶', '水').ListOf().Select(units => string.Concat(units))
         from seeds in Gen.Choose(0, 1_000_000).ListOf(5)
         from cut in Gen.Choose(0, 1000)
         select (text, seeds.ToArray(), cut)).ToArbitrary();

    [Fact]
    public void Undoing_steps_that_were_chained_gives_the_very_first_text_back() =>
        Prop.ForAll(Cases, sample =>
        {
            var repaired = sample.Seeds.Aggregate(RepairedText.Unchanged(sample.Text), (text, seed) => text.Then(part => Scramble(part, seed)));
            Assert.Equal(sample.Text, repaired.Undo());
            AssertSound(repaired);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Chaining_steps_ends_in_the_text_of_the_last_step() =>
        Prop.ForAll(Cases, sample =>
        {
            var plain = sample.Seeds.Aggregate(sample.Text, (text, seed) => Scramble(text, seed).Text);
            var repaired = sample.Seeds.Aggregate(RepairedText.Unchanged(sample.Text), (text, seed) => text.Then(part => Scramble(part, seed)));
            Assert.Equal(plain, repaired.Text);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Slices_side_by_side_undo_to_the_whole_original() =>
        Prop.ForAll(Cases, sample =>
        {
            var repaired = sample.Seeds.Aggregate(RepairedText.Unchanged(sample.Text), (text, seed) => text.Then(part => Scramble(part, seed)));
            var cut = sample.Cut % (repaired.Text.Length + 1);
            // An empty last slice can hold nothing; what was removed at the very end belongs to the slice that reaches it.
            var slices = cut == repaired.Text.Length
                ? [repaired.Slice(0, cut)]
                : new[] { repaired.Slice(0, cut), repaired.Slice(cut, repaired.Text.Length - cut) };
            Assert.Equal(sample.Text, string.Concat(slices.Select(slice => slice.Undo())));
            foreach (var slice in slices)
                AssertSound(slice);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_step_that_changes_what_another_wrote_becomes_one_repair_with_it()
    {
        var repaired = RepairedText.Unchanged("a&#8203;b")
            .Then(text => Replace(text, "entity", 1, 7, "\u200B"))
            .Then(text => Replace(text, "invisible", 1, 1, ""));
        Assert.Equal(new Repair("entity+invisible", 1, 0, "&#8203;", ""), Assert.Single(repaired.Repairs));
        Assert.Equal("ab", repaired.Text);
    }

    [Fact]
    public void Steps_that_change_nothing_keep_the_instance()
    {
        var text = RepairedText.Unchanged("茶");
        Assert.Same(text, text.Then(RepairedText.Unchanged));
    }

    [Fact]
    public void An_editor_refuses_replacements_out_of_order()
    {
        var editor = new TextEditor("abcdef");
        editor.Remove("test", 2, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => editor.Remove("test", 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => editor.Remove("test", 4, 3));
    }

    [Fact]
    public void An_editor_does_not_record_a_replacement_that_changes_nothing()
    {
        var source = "abc";
        var editor = new TextEditor(source);
        editor.Replace("test", 0, 2, "ab");
        Assert.Same(source, editor.ToRepairedText().Text);
        Assert.Empty(editor.ToRepairedText().Repairs);
    }

    static RepairedText Replace(string text, string rule, int start, int length, string after)
    {
        var editor = new TextEditor(text);
        editor.Replace(rule, start, length, after);
        return editor.ToRepairedText();
    }

    static RepairedText Scramble(string text, int seed)
    {
        var random = new Random(seed);
        var editor = new TextEditor(text);
        for (var at = 0; at <= text.Length; at += random.Next(0, 4))
        {
            var length = random.Next(0, Math.Min(3, text.Length - at) + 1);
            var after = new StringBuilder();
            for (var units = random.Next(0, 4); units > 0; units--)
                after.Append((char)('p' + random.Next(0, 5)));
            editor.Replace($"rule-{seed % 3}", at, length, after.ToString());
            at += Math.Max(length, 1);
        }

        return editor.ToRepairedText();
    }

    static void AssertSound(RepairedText repaired)
    {
        var end = 0;
        foreach (var repair in repaired.Repairs)
        {
            Assert.True(repair.Start >= end);
            Assert.Equal(repair.After, repaired.Text.Substring(repair.Start, repair.Length));
            end = repair.Start + repair.Length;
        }
    }
}
