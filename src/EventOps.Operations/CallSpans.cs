using System.Diagnostics;
using OpenTelemetry;

namespace EventOps.Operations;

/// <summary>The spans of Orleans's calls name the grains that call and are called, and so the person whose grain it is: that stays out of them.</summary>
internal sealed class CallSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => tag.Key.Contains("orleans", StringComparison.Ordinal) && tag.Key.EndsWith("_id", StringComparison.Ordinal)).ToArray())
            data.SetTag(name, null);
    }
}
