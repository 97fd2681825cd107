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
  init(_ bytes: [UInt8], at place: RecordPlace) throws(FileFault) {
    var bytes = bytes
    checksum = try FileForm.removeChecksum(from: &bytes)
    let node: PropertyListNode
    do throws(PropertyListError) {
      node = try PropertyListReader.read(bytes, mode: .strict)
    } catch {
      throw FileFault(error)
    }
    (envelope, record) = try Envelope.read(node, at: place, as: Record.self)
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
