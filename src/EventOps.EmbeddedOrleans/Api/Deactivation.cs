namespace Orleans;

/// <summary>Why an activation ends.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>It does not end.</summary>
    None,

    /// <summary>The process stops.</summary>
    ShuttingDown,

    /// <summary>It could not be activated.</summary>
    ActivationFailed,

    /// <summary>Not in one process: the grain directory lost it.</summary>
    DirectoryFailure,

    /// <summary>Nobody called it for its collection age.</summary>
    ActivationIdle,

    /// <summary>It did not come back from a call.</summary>
    ActivationUnresponsive,

    /// <summary>Not in one process: another activation won.</summary>
    DuplicateActivation,

    /// <summary>Not in one process: a call for another version of its interface.</summary>
    IncompatibleRequest,

    /// <summary>A call failed in a way that makes its state doubtful.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,
}

/// <summary>Why an activation ends, for logs.</summary>
/// <param name="code">The sort of reason.</param>
/// <param name="exception">The error that led to it.</param>
/// <param name="text">The reason in words.</param>
public readonly struct DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
{
    /// <summary>A reason without an error.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, exception: null, text)
    {
    }

    /// <summary>The sort of reason.</summary>
    public DeactivationReasonCode ReasonCode => code;

    /// <summary>The reason in words.</summary>
    public string Description => text;

    /// <summary>The error that led to it.</summary>
    public Exception? Exception => exception;

    /// <inheritdoc/>
    public override string ToString() => exception is null ? $"{code}: {text}" : $"{code}: {text} {exception}";
}
