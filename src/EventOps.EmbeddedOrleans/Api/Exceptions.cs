namespace Orleans.Runtime;

/// <summary>An error of the runtime or of storage.</summary>
public class OrleansException : Exception
{
    /// <summary>An error without words.</summary>
    public OrleansException() : base("Something unexpected happened in the grain runtime.")
    {
    }

    /// <summary>An error in words.</summary>
    public OrleansException(string message) : base(message)
    {
    }

    /// <summary>An error in words, with its cause.</summary>
    public OrleansException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The host is configured for something that cannot be.</summary>
public sealed class OrleansConfigurationException : Exception
{
    /// <summary>What is wrong and what to do.</summary>
    public OrleansConfigurationException(string message) : base(message)
    {
    }

    /// <summary>What is wrong and what to do, with its cause.</summary>
    public OrleansConfigurationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>A call was refused before it ran.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    internal OrleansMessageRejectionException(string message) : base(message)
    {
    }

    internal OrleansMessageRejectionException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The grains of this process have stopped.</summary>
public sealed class SiloUnavailableException : OrleansMessageRejectionException
{
    /// <summary>An error without words.</summary>
    public SiloUnavailableException() : base("The grains of this process have stopped.")
    {
    }

    /// <summary>An error in words.</summary>
    public SiloUnavailableException(string msg) : base(msg)
    {
    }

    /// <summary>An error in words, with its cause.</summary>
    public SiloUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
