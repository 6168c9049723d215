namespace EventOps.Testing;

/// <summary>Who asks: what a request carries of the device that sends it and of the person who uses that.</summary>
public static class Keys
{
    /// <summary>Signs a request.</summary>
    public static void Sign(HttpRequestMessage request, string device, string person)
    {
        request.Headers.Add("EventOps-Device", device);
        request.Headers.Add("EventOps-Operator", person);
    }
}
