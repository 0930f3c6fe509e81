namespace Tanyuan.Text;

/// <summary>
/// The base of every error that Tanyuan raises on purpose. The message says what happened, where, and what to do;
/// <see cref="Code"/> is stable across versions and languages, so scripts may test for it.
/// </summary>
public class TanyuanException : Exception
{
    /// <summary>Creates an error.</summary>
    /// <param name="code">A stable kebab-case code, such as <c>index-corrupt</c>.</param>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="inner">The cause, if another error caused this one.</param>
    public TanyuanException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>The stable kebab-case code of this error.</summary>
    public string Code { get; }
}
