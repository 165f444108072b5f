import Cartography
import Diagnostics
import Figures
import Layout
import Pages

extension BlockKind {
  /// Where a territory lies: `show: departement = 29`; `within` shows a part of the country alone.
  static let locator = BlockKind(name: "locator") { fields, composer in
    let atlas = try composer.atlas(for: fields.fence)
    let within = try fields.word("within").flatMap { word in
      try fields.attempt { try TerritoryChoice(word, composer, atlas) }
    }
    guard let show = fields.required("show"),
      let choice = try fields.attempt({ try TerritoryChoice(show, composer, atlas) })
    else { return [] }
    let map = LocatorMap(
      choice.members, in: choice.parent, atlas: within.map { atlas.extract($0.finest) } ?? atlas)
    let kit = composer.edition.kit
    let art = Artwork(
      height: { try map.naturalHeight(width: $0, kit: kit) }, draw: { try map.frame(size: $0, kit: kit) })
    let node = composer.structure.add(
      .figure, in: composer.section, alternative: map.alternative(language: composer.language))
    return [DrawnBlock(art, node: node)]
  }
}

extension Composer {
  /// The outlines that the front matter names. Throws `no-atlas`.
  func atlas(for fence: Fence) throws -> Atlas {
    if let atlas = edition.atlas { return atlas }
    // One that the report names and that cannot be read is told of already.
    throw edition.front.atlas == nil ? Failure(Messages.noAtlas(fence.kind)) : Failure([])
  }
}
