using System.Globalization;
using EventOps.Contracts.Scans;

namespace EventOps.Dashboard.Scans;

internal sealed class FrenchScanTexts : ScanTexts
{
    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-CA");

    protected override string Admitted => "Bienvenue.";

    protected override string AdmittedByOverride => "Entrée autorisée, avec motif.";

    protected override string Exited => "Au revoir.";

    protected override string ExitedNotInside => "Sortie enregistrée. La personne n’était pas comptée à l’intérieur.";

    protected override string ExitedElsewhere => "Sortie enregistrée. La personne était comptée ailleurs.";

    protected override string Annulled => "Annulé. Ce passage ne compte pas.";

    protected override string AnnulledNotRestored => "Annulé. Le lieu où se trouvait la personne est complet : elle n’y est plus comptée.";

    protected override string Departed => "Partie : vue dans un autre lieu.";

    protected override string Refused(RefusalReason reason, Words words) => reason switch
    {
        RefusalReason.UnknownBadge when words.IsMistyped => "Aucun insigne n’a ce code : un caractère est faux ou deux sont inversés. Vérifiez le code, ou cherchez la personne par son nom.",
        RefusalReason.UnknownBadge => "Ce code n’a jamais été émis ici. Relisez-le, ou cherchez la personne par son nom.",
        RefusalReason.RevokedBadge => $"Cet insigne a été remplacé ou retiré le {words.RevokedAt}{Because(words.RevokedWhy)}. Demandez le nouvel insigne, ou envoyez la personne à l’accueil.",
        RefusalReason.WrongMission => "Cet insigne appartient à une autre mission. Envoyez la personne à l’accueil.",
        RefusalReason.SessionCancelled => "Cette séance est annulée.",
        RefusalReason.SessionMoved => $"Cette séance a été déplacée : {words.MovedTo}.",
        RefusalReason.NotInvited => $"Sur invitation, et la personne n’est pas invitée. {Now(words)}",
        RefusalReason.NotRegistered => $"La personne n’est pas inscrite à cette séance. {Now(words)}",
        RefusalReason.TooEarly => $"Les portes ouvrent à {words.DoorsOpen}.",
        RefusalReason.TooLate => $"Les portes ont fermé à {words.DoorsClosed}.",
        RefusalReason.AlreadyInside => $"Déjà à l’intérieur depuis {words.InsideSince}, entrée par l’appareil {words.ByDevice}. Si ce n’était pas cette personne, appelez un superviseur.",
        RefusalReason.RoomFull => $"La salle est complète : {words.Inside} sur {words.Capacity}. Personne n’entre avant une sortie.",
        RefusalReason.VenueFull => $"Le bâtiment est complet : {words.Inside} sur {words.Capacity}. Personne n’entre avant une sortie.",
        RefusalReason.OverComfort => $"La salle a atteint sa capacité de confort : {words.Inside} sur {words.Capacity}. La loi permet encore {words.FreeSeats} entrées, avec un motif.",
        RefusalReason.HeldSeats => $"Les {words.FreeSeats} dernières places sont réservées{For(words.HeldFor)} jusqu’au début de la séance. L’entrée est possible avec un motif.",
        _ => "Refusé.",
    };

    private static string Because(string? why) => string.IsNullOrEmpty(why) ? "" : $" ({why})";

    private static string For(string? whom) => whom is null ? "" : $" pour {whom}";

    private static string Now(Words words) => words.SessionsNow is { } sessions ? $"Elle est attendue ici : {sessions}." : "Elle n’a pas d’autre séance en ce moment.";
}
