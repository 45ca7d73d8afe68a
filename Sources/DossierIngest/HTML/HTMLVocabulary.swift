import DossierModel

/// What pages call their parts: element names, ARIA roles, and words in class names and ids.
///
/// These are conventions of HTML, the same on pages of every language; no site is named here.
enum HTMLVocabulary {
  /// Never part of an article, whatever they hold.
  static let excludedTags: [String: RemovalReason] = [
    "title": .movedToMetadata, "script": .activeContent, "style": .activeContent, "template": .activeContent,
    "iframe": .activeContent, "object": .activeContent, "embed": .activeContent, "applet": .activeContent,
    "svg": .activeContent, "canvas": .activeContent, "audio": .activeContent, "video": .activeContent,
    "map": .activeContent, "math": .activeContent, "noscript": .pageFurniture,
    "select": .activeContent, "textarea": .activeContent, "input": .activeContent, "datalist": .activeContent,
  ]

  /// Left out without a word: a page shows none of their text.
  static let unreadTags: Set<String> = [
    "title", "script", "style", "svg", "canvas", "map", "select", "datalist",
  ]

  /// Left out, unless they hold most of the page's text.
  static let excludedUnlessMain: [String: RemovalReason] = [
    "form": .activeContent, "footer": .pageFurniture, "aside": .relatedLink, "button": .activeContent,
    "dialog": .pageFurniture, "nav": .navigation, "menu": .navigation,
  ]

  static let excludedRoles: [String: RemovalReason] = [
    "navigation": .navigation, "banner": .navigation, "search": .navigation, "menu": .navigation,
    "menubar": .navigation, "toolbar": .navigation, "contentinfo": .pageFurniture, "dialog": .pageFurniture,
    "alertdialog": .pageFurniture, "complementary": .relatedLink, "tablist": .navigation,
    "button": .activeContent,
  ]

  /// Elements that part the text before them from that behind, by the specification of HTML.
  static let blockTags: Set<String> = [
    "html", "body", "main", "article", "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
    "li",
    "dl", "dt", "dd", "blockquote", "pre", "figure", "figcaption", "table", "tbody", "thead", "tfoot", "tr",
    "td",
    "th", "caption", "header", "footer", "aside", "nav", "address", "form", "fieldset", "hr", "details",
    "summary",
    "center", "hgroup", "menu", "dialog", "noscript", "iframe", "video", "audio", "object",
  ]

  /// The attributes that are read; the others are left with the parser.
  static let attributes: Set<String> = [
    "class", "id", "href", "rel", "role", "style", "hidden", "aria-hidden", "itemprop", "datetime", "content",
    "property", "name", "type", "lang", "xml:lang", "data-component", "data-testid",
  ]

  /// Elements whose class says nothing against them.
  static let neverByClass: Set<String> = [
    "html", "body", "main", "p", "br", "b", "i", "em", "strong", "blockquote", "pre", "code", "table",
    "tbody",
    "tr", "td", "thead", "th", "h1", "figure", "figcaption",
  ]

  /// Words that make a name tell of the element's surroundings.
  static let modifiers: Set<String> = [
    "with", "has", "no", "w", "without", "not", "enabled", "enable", "disabled", "hide", "show", "grid",
    "layout",
    "wrapper", "page", "body", "main",
  ]

  /// What stands between a headline and the outlet's name in a page's title.
  static let titleSeparators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " ‹ ", " « "]
  /// Parts of an address behind which an author's name stands: `/author/jane-doe`.
  static let authorPaths: Set<String> = [
    "author", "authors", "by", "byline", "bylines", "contributor", "contributors", "writer", "writers",
    "people",
    "person", "profile", "profiles", "staff", "team", "reporter", "reporters", "journalist", "journalists",
    "columnist", "columnists", "auteur", "autor", "autoren", "expert", "experts",
    "user", "users", "members",
  ]
  /// The attributes in which pages name their parts.
  static let namingAttributes: Set<String> = ["class", "id", "data-component", "data-testid"]

  /// Words that tell what an element is for.
  static let roleNames: [(words: [String], role: ElementNames.Roles)] = [
    (["caption", "figcaption"], .caption), (["author", "authors", "byline"], .author),
    (["credit", "credits"], .credit), (["title", "headline"], .title),
    (["standfirst", "deck", "dek", "subtitle", "subheadline", "subhead", "strapline"], .deck),
    (
      [
        "date", "datetime", "timestamp", "published", "publish", "pubdate", "posted", "dateline", "time",
        "updated",
      ], .date
    ),
  ]

  /// A name with one of these and one of `bodyNames` is the article's body: `article-body`, `postContent`.
  static let articleNames: Set<String> = [
    "article", "story", "entry", "post", "news", "blog", "single", "articlebody",
  ]
  static let bodyNames: Set<String> = ["body", "content", "text", "copy", "articlebody"]

  /// Words in a class or id that tell furniture.
  static let strongNames: [String: RemovalReason] = [
    "comment": .pageFurniture, "comments": .pageFurniture, "disqus": .pageFurniture,
    "respond": .pageFurniture, "sharedaddy": .navigation, "addtoany": .navigation, "addthis": .navigation,
    "sharebar": .navigation, "related": .relatedLink, "recommended": .relatedLink,
    "recommendations": .relatedLink, "yarpp": .relatedLink, "recirc": .relatedLink,
    "recirculation": .relatedLink, "mostpopular": .relatedLink, "taboola": .advertisement,
    "outbrain": .advertisement, "mailchimp": .navigation, "adsbygoogle": .advertisement,
    "sidebar": .relatedLink, "cookie": .pageFurniture, "cookies": .pageFurniture, "consent": .pageFurniture,
    "gdpr": .pageFurniture, "popup": .pageFurniture, "modal": .pageFurniture,
  ]

  /// Words that tell furniture where the element holds no good deal of prose.
  static let mediumNames: [String: RemovalReason] = [
    "share": .navigation, "sharing": .navigation, "social": .navigation, "socials": .navigation,
    "readmore": .relatedLink, "trending": .relatedLink, "popular": .relatedLink, "newsletter": .navigation,
    "subscribe": .navigation, "subscription": .navigation, "signup": .navigation, "optin": .navigation,
    "promo": .advertisement, "promoted": .advertisement, "sponsor": .advertisement,
    "sponsored": .advertisement, "advert": .advertisement, "advertisement": .advertisement,
    "advertising": .advertisement, "dfp": .advertisement, "ads": .advertisement, "ad": .advertisement,
    "breadcrumb": .navigation, "breadcrumbs": .navigation, "navigation": .navigation, "navbar": .navigation,
    "pagination": .navigation, "pager": .navigation, "lightbox": .pageFurniture, "offcanvas": .navigation,
    "skip": .navigation, "login": .navigation, "copyright": .pageFurniture, "masthead": .navigation,
    "jp": .navigation, "toc": .navigation,
  ]

  /// Words that tell furniture where the element holds little text.
  static let weakNames: [String: RemovalReason] = [
    "header": .movedToMetadata, "footer": .pageFurniture, "meta": .movedToMetadata,
    "byline": .movedToMetadata,
    "author": .movedToMetadata, "authors": .movedToMetadata, "bio": .pageFurniture, "date": .movedToMetadata,
    "datetime": .movedToMetadata, "timestamp": .movedToMetadata, "dateline": .movedToMetadata,
    "published": .movedToMetadata, "tag": .navigation, "tags": .navigation, "topics": .navigation,
    "category": .navigation, "categories": .navigation, "menu": .navigation, "nav": .navigation,
    "toolbar": .navigation, "tools": .navigation, "widget": .relatedLink, "widgets": .relatedLink,
    "more": .relatedLink, "next": .relatedLink, "prev": .relatedLink, "previous": .relatedLink,
    "latest": .relatedLink, "teaser": .relatedLink, "card": .relatedLink, "cards": .relatedLink,
    "carousel": .relatedLink, "rail": .relatedLink, "print": .navigation, "rating": .pageFurniture,
    "poll": .pageFurniture, "cta": .advertisement, "banner": .advertisement, "donate": .advertisement,
    "follow": .navigation, "facebook": .navigation, "twitter": .navigation, "whatsapp": .navigation,
    "instagram": .navigation, "hidden": .pageFurniture, "sr": .pageFurniture, "visually": .pageFurniture,
    "credit": .movedToMetadata, "copyright": .pageFurniture, "disclaimer": .pageFurniture,
    "readtime": .movedToMetadata, "reading": .movedToMetadata,
  ]
}
