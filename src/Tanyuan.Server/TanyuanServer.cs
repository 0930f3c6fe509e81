namespace Tanyuan.Server;

/// <summary>The HTTP server over a library.</summary>
public static class TanyuanServer
{
}
