namespace Tanyuan.Pages.Archives;

/// <summary>
/// When a member of an archive was last written, as archives note it. A year before 1990 is not believed: tools that make the same archive
/// from the same files every time write 1980 or 1970.
/// </summary>
internal static class EntryTime
{
    const int FirstYear = 1990;

    /// <summary>Seconds since 1970, UTC.</summary>
    public static DateTimeOffset? OfUnix(long seconds) =>
        seconds is > 0 and < 253_402_300_800 && DateTimeOffset.FromUnixTimeSeconds(seconds) is { Year: >= FirstYear } time ? time : null;

    /// <summary>The date and time of MS-DOS, two seconds exact, by the clock of whoever packed the archive; read, as unpackers do, by the clock of this system.</summary>
    public static DateTimeOffset? OfDos(int date, int time)
    {
        int year = 1980 + (date >> 9), month = (date >> 5) & 15, day = date & 31, hour = time >> 11, minute = (time >> 5) & 63, second = (time & 31) * 2;
        return year >= FirstYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60 && second < 60
            ? new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Local))
            : null;
    }
}
