using System.Globalization;
using EventOps.Contracts.Scans;

namespace EventOps.Dashboard.Scans;

internal sealed class EnglishScanTexts : ScanTexts
{
    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-CA");

    protected override string Admitted => "Welcome.";

    protected override string AdmittedByOverride => "Let in with a reason.";

    protected override string Exited => "Goodbye.";

    protected override string ExitedNotInside => "Exit recorded. They were not counted as inside.";

    protected override string ExitedElsewhere => "Exit recorded. They were counted in another place.";

    protected override string Annulled => "Undone. The scan does not count.";

    protected override string AnnulledNotRestored => "Undone. The place where they were before is full now, so they are not counted there.";

    protected override string Departed => "Left: seen at another venue.";

    protected override string Refused(RefusalReason reason, Words words) => reason switch
    {
        RefusalReason.UnknownBadge when words.IsMistyped => "No badge has this code: a character is wrong or two changed places. Check the code, or find the person by name.",
        RefusalReason.UnknownBadge => "This code was never issued here. Read it again, or find the person by name.",
        RefusalReason.RevokedBadge => $"This badge was replaced or withdrawn on {words.RevokedAt}{Because(words.RevokedWhy)}. Ask for the new badge, or send them to the registration desk.",
        RefusalReason.WrongMission => "This badge belongs to another mission. Send them to the registration desk.",
        RefusalReason.SessionCancelled => "This session is cancelled.",
        RefusalReason.SessionMoved => $"This session has moved: {words.MovedTo}.",
        RefusalReason.NotInvited => $"By invitation, and they are not invited. {Now(words)}",
        RefusalReason.NotRegistered => $"They are not registered for this session. {Now(words)}",
        RefusalReason.TooEarly => $"Doors open at {words.DoorsOpen}.",
        RefusalReason.TooLate => $"Doors closed at {words.DoorsClosed}.",
        RefusalReason.AlreadyInside => $"Already inside since {words.InsideSince}, let in by device {words.ByDevice}. If that was not them, call a supervisor.",
        RefusalReason.RoomFull => $"The room is full: {words.Inside} of {words.Capacity}. Nobody may enter until someone leaves.",
        RefusalReason.VenueFull => $"The building is full: {words.Inside} of {words.Capacity}. Nobody may enter until someone leaves.",
        RefusalReason.OverComfort => $"The room has reached its comfort capacity: {words.Inside} of {words.Capacity}. By law, {words.FreeSeats} more may enter, with a reason.",
        RefusalReason.HeldSeats => $"The last {words.FreeSeats} seats are held{For(words.HeldFor)} until the session starts. They may enter with a reason.",
        _ => "Refused.",
    };

    private static string Because(string? why) => string.IsNullOrEmpty(why) ? "" : $" ({why})";

    private static string For(string? whom) => whom is null ? "" : $" for {whom}";

    private static string Now(Words words) => words.SessionsNow is { } sessions ? $"They are expected here: {sessions}." : "They have no other session now.";
}
