import Testing

@Suite("The web application") struct RoomTests {}
