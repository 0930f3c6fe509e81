namespace Tanyuan.Pages.TextPages;

/// <summary>The kinds of frame lines a sign of which a line has.</summary>
[Flags]
internal enum FrameSigns : uint
{
    None = 0,

    /// <summary>One of the words that a longer line needs to be a notice of any kind.</summary>
    Notice = 1,
    Breadcrumb = 1 << 1,
    Greeting = 1 << 2,
    Copyright = 1 << 3,
    FriendLinks = 1 << 4,
    Neighbours = 1 << 5,
    Share = 1 << 6,
    Disclaimer = 1 << 7,
    Follow = 1 << 8,
    Complaints = 1 << 9,
    Placeholder = 1 << 10,
    Advertisement = 1 << 11,
    ListHead = 1 << 12,

    /// <summary>With <see cref="Speaker"/> a line may be a <see cref="Disclaimer"/>.</summary>
    Opinion = 1 << 13,
    Speaker = 1 << 14,

    /// <summary>With <see cref="Assurance"/> a line may be a <see cref="Disclaimer"/>.</summary>
    Stance = 1 << 15,
    Assurance = 1 << 16,
    Related = 1 << 17,
    Plug = 1 << 18,
    Properties = 1 << 19,
}
