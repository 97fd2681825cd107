import Domain
import PropertyList

/// What a file of the data folder was found to hold.
struct RecordFile<Record: StoredRecord> {
  let envelope: Envelope
  let record: Record
  /// Tells this very file from any other.
  let checksum: Checksum
}

extension RecordFile {
  /// Checks a file's bytes, and reads the record in them.
  ///
  /// Nothing of a file is looked at closer before its checksum has been found right.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - place: Where it lies.
  ///   - seal: What it must be sealed with; nil is a plain file.
  /// - Throws: Why the file isn't used.
  init(_ bytes: [UInt8], at place: RecordPlace, under seal: Seal?) throws(FileFault) {
    var bytes = bytes
    checksum = try FileForm.removeChecksum(from: &bytes)
    let node: PropertyListNode
    do throws(PropertyListError) {
      node = try PropertyListReader.read(bytes, mode: .strict)
    } catch {
      throw FileFault(error)
    }
    (envelope, record) = try Envelope.read(node, at: place, under: seal, as: Record.self)
  }
}

extension Folder {
  /// Reads the record that belongs to a place in this folder.
  func record<Record: StoredRecord>(
    at place: RecordPlace,
    as _: Record.Type = Record.self
  ) throws(FileFault) -> RecordFile<Record> {
    try RecordFile(try read(place.name), at: place, under: seal)
  }

  /// The file of a record in its plain form, also where it is sealed.
  func plainFile(at place: RecordPlace) throws(FileFault) -> [UInt8] {
    var bytes = try read(place.name)
    guard let seal, place.kind != .access else { return bytes }
    _ = try FileForm.removeChecksum(from: &bytes)
    let node: PropertyListNode
    do throws(PropertyListError) {
      node = try PropertyListReader.read(bytes, mode: .strict)
    } catch {
      throw FileFault(error)
    }
    guard node["sealed"] != nil else { throw .notSealed }
    let plain = try SealedEnvelope(node, at: place, under: seal).open(at: place, under: seal)
    return plain + Checksum(of: plain[...]).line
  }

  /// The bytes of a record's file, as they lie in this folder.
  func file(
    of record: some StoredRecord,
    envelope: Envelope,
    at place: RecordPlace
  ) throws(StorageError) -> [UInt8] {
    do throws(PropertyListError) {
      return try envelope.file(of: record.propertyList, at: place, under: seal)
    } catch {
      throw .unwritable(place.path, reason: error.message)
    }
  }
}

/// The outer form of a record's file.
enum FileForm {
  private static let beginning = Array("<?xml version=".utf8)

  /// Checks the checksum line and takes it off.
  static func removeChecksum(from bytes: inout [UInt8]) throws(FileFault) -> Checksum {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Folder.sizeLimit else { throw .tooLarge(bytes.count) }
    guard let written = Checksum(lineOf: bytes) else {
      throw bytes.starts(with: beginning.prefix(bytes.count)) ? .badChecksum : .foreign
    }
    let end = bytes.count - Checksum.lineLength
    guard Checksum(of: bytes[..<end]) == written else { throw .badChecksum }
    bytes.removeLast(Checksum.lineLength)
    return written
  }
}
