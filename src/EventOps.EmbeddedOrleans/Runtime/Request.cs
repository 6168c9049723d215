using System.Diagnostics;

namespace EventOps.EmbeddedOrleans;

/// <summary>What the attributes of a grain interface method say about its calls.</summary>
internal sealed record CallRules(string Name, bool OneWay = false, bool AlwaysInterleave = false, bool ReadOnly = false, bool KeepsAlive = true, TimeSpan? Patience = null);

/// <summary>One call on its way. The classes that carry arguments are emitted by <see cref="References"/>.</summary>
internal abstract class Request
{
    public CallRules Rules = null!;
    public CancellationToken Cancellation = CancellationToken.None;

    public Activation? Activation;
    public Activity? Trace;
    public long Deadline;
    public Request? Next;

    private CancellationTokenRegistration _cancelled;

    /// <summary>Calls the method on the grain or observer. The task is of the kind that <see cref="Complete"/> expects.</summary>
    public abstract Task Invoke(object target);

    public abstract bool IsAnswered { get; }

    protected abstract void Complete(Task done);

    protected abstract void CompleteWith(Exception error);

    public void Answer(Task done)
    {
        _cancelled.Dispose();
        Complete(done);
    }

    public void Fail(Exception error)
    {
        _cancelled.Dispose();
        CompleteWith(error);
    }

    // The caller is told at once; the method sees the same token and ends when it likes.
    public void AnswerWhenCancelled() => _cancelled = Cancellation.UnsafeRegister(static (request, token) =>
        ((Request)request!).CompleteWith(new OperationCanceledException(token)), this);
}

/// <summary>A call that is answered with a value.</summary>
internal abstract class Request<T> : Request
{
    private static readonly bool AnswersWithReference = typeof(IAddressable).IsAssignableFrom(typeof(T));

    // Continuations never run on the stack of the grain that answers.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _answer.Task;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    protected override void Complete(Task done)
    {
        if (AnswersWithReference && done.IsCompletedSuccessfully)
            _ = AnswerWithReferenceAsync((Task<T>)done);
        else
            _answer.TrySetFromTask((Task<T>)done);
    }

    protected override void CompleteWith(Exception error) => _answer.TrySetException(error);

    // A grain that returns itself returns a reference, as it would in a cluster.
    private async Task AnswerWithReferenceAsync(Task<T> done)
    {
        try
        {
            _answer.TrySetResult(GrainReference.Passable(await done));
        }
        catch (Exception error)
        {
            _answer.TrySetException(error);
        }
    }
}

/// <summary>A call that is answered with nothing but its end.</summary>
internal abstract class PlainRequest : Request
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => _answer.Task;

    public override bool IsAnswered => _answer.Task.IsCompleted;

    protected override void Complete(Task done) => _answer.TrySetFromTask(done);

    protected override void CompleteWith(Exception error) => _answer.TrySetException(error);
}
