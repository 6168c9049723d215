using System.Globalization;
using EventOps.Contracts.Scans;

namespace EventOps.Dashboard.Scans;

internal sealed class SpanishScanTexts : ScanTexts
{
    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("es-MX");

    protected override string Admitted => "Adelante, pase.";

    protected override string AdmittedByOverride => "Entrada autorizada, con motivo.";

    protected override string Exited => "Hasta luego.";

    protected override string ExitedNotInside => "Salida registrada. La persona no constaba adentro.";

    protected override string ExitedElsewhere => "Salida registrada. La persona constaba en otro lugar.";

    protected override string Annulled => "Anulado. Este paso no cuenta.";

    protected override string AnnulledNotRestored => "Anulado. El lugar donde estaba la persona ya está lleno, así que no se le cuenta ahí.";

    protected override string Departed => "Salió: se le vio en otra sede.";

    protected override string Refused(RefusalReason reason, Words words) => reason switch
    {
        RefusalReason.UnknownBadge when words.IsMistyped => "Ningún gafete tiene este código: hay un carácter equivocado o dos invertidos. Verifique el código o busque a la persona por su nombre.",
        RefusalReason.UnknownBadge => "Este código nunca se emitió aquí. Léalo de nuevo o busque a la persona por su nombre.",
        RefusalReason.RevokedBadge => $"Este gafete fue reemplazado o retirado el {words.RevokedAt}{Because(words.RevokedWhy)}. Pida el gafete nuevo o envíe a la persona a registro.",
        RefusalReason.WrongMission => "Este gafete es de otra misión. Envíe a la persona a registro.",
        RefusalReason.SessionCancelled => "Esta sesión está cancelada.",
        RefusalReason.SessionMoved => $"Esta sesión cambió de lugar: {words.MovedTo}.",
        RefusalReason.NotInvited => $"Solo con invitación, y la persona no está invitada. {Now(words)}",
        RefusalReason.NotRegistered => $"La persona no está inscrita en esta sesión. {Now(words)}",
        RefusalReason.TooEarly => $"Las puertas abren a las {words.DoorsOpen}.",
        RefusalReason.TooLate => $"Las puertas cerraron a las {words.DoorsClosed}.",
        RefusalReason.AlreadyInside => $"Ya está adentro desde las {words.InsideSince}, por el dispositivo {words.ByDevice}. Si no era esta persona, llame a un supervisor.",
        RefusalReason.RoomFull => $"La sala está llena: {words.Inside} de {words.Capacity}. Nadie entra hasta que alguien salga.",
        RefusalReason.VenueFull => $"El edificio está lleno: {words.Inside} de {words.Capacity}. Nadie entra hasta que alguien salga.",
        RefusalReason.OverComfort => $"La sala llegó a su capacidad de confort: {words.Inside} de {words.Capacity}. El aforo permite {words.FreeSeats} personas más, con un motivo.",
        RefusalReason.HeldSeats => $"Los últimos {words.FreeSeats} lugares están apartados{For(words.HeldFor)} hasta que empiece la sesión. Puede entrar con un motivo.",
        _ => "Rechazado.",
    };

    private static string Because(string? why) => string.IsNullOrEmpty(why) ? "" : $" ({why})";

    private static string For(string? whom) => whom is null ? "" : $" para {whom}";

    private static string Now(Words words) => words.SessionsNow is { } sessions ? $"Se le espera aquí: {sessions}." : "No tiene otra sesión en este momento.";
}
