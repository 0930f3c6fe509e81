namespace Tanyuan.Text.Repairing;

/// <summary>
/// A recorded change to a text. <see cref="Start"/> and <see cref="Length"/> lie in the <em>repaired</em> text, where
/// <see cref="After"/> stands; putting <see cref="Before"/> back in its place undoes the repair.
/// </summary>
/// <param name="Rule">The rule that made the change, in kebab-case, such as <c>pinyin-bracket</c>.</param>
/// <param name="Start">Where <paramref name="After"/> begins in the repaired text, in UTF-16 units.</param>
/// <param name="Length">The length of <paramref name="After"/>; 0 where text was taken out.</param>
/// <param name="Before">What stood there before.</param>
/// <param name="After">What stands there now.</param>
public sealed record Repair(string Rule, int Start, int Length, string Before, string After);
