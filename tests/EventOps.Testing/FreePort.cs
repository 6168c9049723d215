using System.Net.Sockets;

namespace EventOps.Testing;

/// <summary>Ports for servers that are ended and started again at the same address.</summary>
public static class FreePort
{
    // Below those that silos choose for themselves, and below those that the system gives to outgoing connections: none of them takes the port while its server is away.
    private const int Lowest = 10_000;
    private const int Highest = 20_000;

    /// <summary>A port of the loopback address on which nobody listens.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = Random.Shared.Next(Lowest, Highest);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another.
            }
        }
    }
}
