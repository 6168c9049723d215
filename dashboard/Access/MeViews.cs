namespace EventOps.Dashboard.Access;

/// <summary>Says who a caller is, with what is so of this installation.</summary>
public sealed class MeViews(SetUp setUp, Visitors visitors)
{
    /// <summary>Who a caller is.</summary>
    public MeView Of(Caller caller) => MeView.Of(caller, setUp.IsOpen, visitors.Accounts);
}
