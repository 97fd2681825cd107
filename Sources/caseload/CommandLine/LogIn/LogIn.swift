import Domain
import Glibc
import Storage

/// Logging in to a sealed program from a command line.
enum LogIn {
  /// Opens a sealed folder with a code and a passphrase that is asked for.
  ///
  /// - Throws: `notAllowed` without the right ones, after a wait that grows with each failure.
  static func open(_ path: String, _ choice: StartChoice) throws(CommandError) -> DataFolder {
    let locked = try locked(path)
    guard let code = choice.counselorCode ?? remembered(locked.programID) else {
      throw CommandError(
        .notAllowed,
        "This program is sealed, and opens for who logs in.",
        form: "--counselor CODE, and the passphrase when it is asked for"
      )
    }
    let passphrase = try choice.secrets.ask("Passphrase of \(code)")
    let folder: DataFolder
    do throws(StorageError) {
      folder = try locked.logIn(code: code, passphrase: passphrase)
    } catch {
      throw refused(error)
    }
    try checkWorksHere(in: folder)
    return folder
  }

  /// Who has left gets nothing, though the passphrase still opens the files; it is recorded.
  private static func checkWorksHere(in folder: DataFolder) throws(CommandError) {
    guard let holder = folder.loggedIn,
      let refusal = folder.loadStanding().staff[holder]?.refusalToWork
    else { return }
    folder.audit([
      AuditEvent(
        at: ProgramClock.real.now(),
        by: holder,
        action: .known(.login),
        entity: .program,
        detail: "refused"
      )
    ])
    throw CommandError(refusal)
  }

  /// Opens it with the recovery key and sets a new passphrase for a counselor.
  static func recover(_ path: String, _ choice: StartChoice) throws(CommandError) -> Staff {
    let locked = try locked(path)
    guard let code = choice.counselorCode else {
      throw .use("Whose new passphrase is it to be?", form: "--counselor CODE")
    }
    guard let key = RecoveryKey(try choice.secrets.ask("Recovery key")) else {
      throw CommandError(
        .notAllowed,
        "A recovery key has eight groups of four letters and digits. Nothing was changed."
      )
    }
    let folder: DataFolder
    do throws(StorageError) { folder = try locked.recover(key) } catch { throw refused(error) }
    let data = folder.loadStanding()
    let id = try CounselorChoice.staff(code, in: data)
    guard let staff = data.staff[id] else { throw CommandError(StorageError.noAccess) }
    let passphrase = try choice.secrets.askNew("New passphrase of \(staff.code)")
    do throws(StorageError) { try folder.setPassphrase(passphrase, for: staff) } catch {
      throw CommandError(error)
    }
    return staff
  }

  private static func locked(_ path: String) throws(CommandError) -> LockedFolder {
    let found: LockedFolder?
    do throws(StorageError) { found = try LockedFolder.open(at: path) } catch {
      throw CommandError(error)
    }
    guard let found else {
      throw CommandError(
        .notAllowed,
        "This program isn't sealed: it has no passphrases. Nothing was changed."
      )
    }
    return found
  }

  /// A wrong passphrase is answered late: the later, the more of them there were.
  private static func refused(_ error: StorageError) -> CommandError {
    if case .wrongPassphrase(let seconds) = error { poll(nil, 0, Int32(seconds) * 1000) }
    return CommandError(error)
  }

  private static func remembered(_ program: ID<Program>) -> String? {
    guard let config = ConfigFolder.standard(Environment.value) else { return nil }
    return PersonSettings.load(from: config).settings.counselors[program]
  }
}
