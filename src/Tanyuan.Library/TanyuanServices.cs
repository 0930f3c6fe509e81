using Microsoft.Extensions.DependencyInjection;

namespace Tanyuan.Library;

/// <summary>Registers a library with a host's services.</summary>
public static class TanyuanServices
{
    /// <summary>
    /// Makes one <see cref="TanyuanLibrary"/> a singleton of the host. It is opened when first asked for, which may take a moment
    /// where its index is behind, and is disposed of with the host. When it can't be opened, asking for it throws
    /// <see cref="Text.TanyuanException"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="path">The library's folder; created where there is none, unless <paramref name="options"/> forbid it.</param>
    /// <param name="options">How it is opened.</param>
    public static IServiceCollection AddTanyuan(this IServiceCollection services, string path, LibraryOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // A factory can't wait asynchronously; opening runs on the pool and needs no context, so this can't deadlock.
        return services.AddSingleton(_ => TanyuanLibrary.OpenAsync(path, options).GetAwaiter().GetResult());
    }
}
