namespace EventOps.Contracts.Scans;

/// <summary>A scan id was used again with different content: a fault of the device, answered 409.</summary>
[GenerateSerializer, Alias("eventops.scan-id-reused")]
public sealed class ScanIdReusedException(string message) : Exception(message);

/// <summary>A decision could not be made durable, so there is none: answered 503 with Retry-After; the same scan id may be sent again.</summary>
[GenerateSerializer, Alias("eventops.not-durable")]
public sealed class NotDurableException : Exception
{
    /// <summary>Says what could not be reached.</summary>
    public NotDurableException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}

/// <summary>An annulment that the rules do not allow, answered 409.</summary>
[GenerateSerializer, Alias("eventops.cannot-annul")]
public sealed class CannotAnnulException(string message) : Exception(message);
