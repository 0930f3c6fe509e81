using Tanyuan.Answers.Ranking;

namespace Tanyuan.Answers.Reading;

/// <summary>The trees that judge spans.</summary>
/// <param name="Correcting">What they add to the networks' beliefs.</param>
/// <param name="Plain">Know nothing of the networks.</param>
internal sealed record SpanTrees(TreeEnsemble Correcting, TreeEnsemble Plain);
