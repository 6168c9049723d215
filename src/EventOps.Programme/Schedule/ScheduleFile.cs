using System.Xml;
using System.Xml.Linq;

namespace EventOps.Programme.Schedule;

/// <summary>The elements of a schedule, by names without namespaces, and where they stand.</summary>
internal sealed class ScheduleFile(string name, XElement root, ProblemList problems)
{
    private readonly XElement? _conference = Child(root, "conference");

    /// <summary>The events in the file's order: in days, in rooms.</summary>
    public IReadOnlyList<ScheduleEvent> Events { get; } =
    [
        .. from day in Children(root, "day")
           from room in Children(day, "room")
           from @event in Children(room, "event")
           select new ScheduleEvent(day, room, @event),
    ];

    public string Conference(string element) => Text(_conference, element);

    public int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;

    public void Problem(XElement? element, string column, string value, string expected) =>
        problems.Add(name, element is null ? 0 : LineOf(element), column, value, expected);

    /// <summary>Text that is longer than a mission holds is not ours to correct: it is cut, and that is told.</summary>
    public string Cut(string text, int max, string what)
    {
        if (text.Length <= max)
            return text;
        problems.Warn(name, 0, $"{char.ToUpperInvariant(what[0])}{what[1..]} has {text.Length} characters and was cut to {max}.");
        return text[..(char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1)].TrimEnd() + "…";
    }

    public static string Text(XElement? parent, string element) =>
        parent is not null && Child(parent, element) is { } child ? OnOneLine(child.Value) : "";

    public static IEnumerable<XElement> Children(XElement parent, string element) => parent.Elements().Where(e => e.Name.LocalName == element);

    public static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static XElement? Child(XElement parent, string element) => Children(parent, element).FirstOrDefault();
}

/// <summary>An event in its room and day.</summary>
internal sealed record ScheduleEvent(XElement Day, XElement RoomElement, XElement Element)
{
    /// <summary>The room that the event stands in; its own <c>room</c> element where that one has no name.</summary>
    public string Room { get; } = ScheduleFile.OnOneLine(RoomElement.Attribute("name")?.Value ?? ScheduleFile.Text(Element, "room"));

    public string this[string element] => ScheduleFile.Text(Element, element);

    public string Persons => string.Join(", ",
        ScheduleFile.Children(Element, "persons").SelectMany(p => ScheduleFile.Children(p, "person")).Select(p => ScheduleFile.OnOneLine(p.Value)).Where(p => p.Length > 0));

    public string Attribute(string name) => Element.Attribute(name)?.Value ?? "";
}
