/// A relative who comes to the family group with a client.
struct DemoGuest {
  var client: Int
  var name: String
  var relation: String

  static let all = [
    DemoGuest(client: 1, name: "Rowan Fauxwell", relation: "sibling"),
    DemoGuest(client: 4, name: "Iris Notareal", relation: "child"),
    DemoGuest(client: 8, name: "Otto Samplewright", relation: "spouse"),
    DemoGuest(client: 15, name: "Pilar Inventada", relation: "parent"),
    DemoGuest(client: 21, name: "Basil Mythwood", relation: "spouse"),
  ]
}
