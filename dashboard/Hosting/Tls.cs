using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EventOps.Dashboard.Hosting;

/// <summary>HTTPS: by a certificate that is given, or by a proxy that is named.</summary>
internal static class Tls
{
    /// <summary>Serves https addresses with the certificate. A new one is taken by a restart.</summary>
    public static void AddTo(KestrelServerOptions kestrel, DashboardOptions options)
    {
        if (options.Certificate is not { } certificate)
            return;
        var loaded = X509Certificate2.CreateFromPemFile(certificate, options.CertificateKey ?? certificate);
        kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = loaded);
    }

    /// <summary>Whether it is an address, or a network such as 10.42.0.0/16.</summary>
    public static bool IsProxy(string text) => IPAddress.TryParse(text, out _) || System.Net.IPNetwork.TryParse(text, out _);

    /// <summary>Takes a named proxy's word for the scheme, the host and the address that a request came with.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app, IReadOnlyList<string> proxies)
    {
        if (proxies.Count == 0)
            return app;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                forwarded.KnownProxies.Add(address);
            else
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        return app.UseForwardedHeaders(forwarded);
    }
}
