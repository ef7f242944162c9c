//! The fonts of the window: four small faces travel with the program, every other script comes from
//! the system, looked up when the first such character is drawn so that start-up pays nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use egui::{
    FallbackRequest, FontData, FontDefinitions, FontFamily, FontInsert, FontPriority, FontProvider,
    epaint::text::InsertFontFamily,
};
use fontique::{
    Attributes, Collection, CollectionOptions, FallbackKey, FontStyle, FontWeight, FontWidth,
    GenericFamily, Language, QueryFamily, QueryFont, QueryStatus, Script, SourceCache,
};
use unicode_script::UnicodeScript;

const UI: &str = "ui";
const UI_STRONG: &str = "ui_strong";
const MONO: &str = "mono";
const ICONS: &str = "icons";
const ICONS_FILL: &str = "icons_fill";

/// Simplified Chinese faces in the order of preference. Named one by one, because the system's own
/// answer for Han is often a Japanese face, whose shapes look wrong to a Chinese reader.
const HAN_FAMILIES: [&str; 12] = [
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Droid Sans Fallback",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
];

/// The semibold family.
pub fn strong() -> FontFamily {
    FontFamily::Name(UI_STRONG.into())
}

/// Outlined icons.
pub fn icons() -> FontFamily {
    FontFamily::Name(ICONS.into())
}

/// Filled icons, for verdicts.
pub fn icons_fill() -> FontFamily {
    FontFamily::Name(ICONS_FILL.into())
}

/// Installs the fonts in `ctx`. Switch eframe's own `system_font_fallback` off beside it.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
    ctx.set_font_providers(vec![Arc::new(SystemFonts::default())]);
}

/// The faces that travel with the program. Each family is cheap to build: the bytes are static.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces: [(&str, &'static [u8]); 5] = [
        (UI, include_bytes!("../../assets/fonts/Inter-Regular.ttf")),
        (
            UI_STRONG,
            include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
        ),
        (
            MONO,
            include_bytes!("../../assets/fonts/JetBrainsMono-Regular.ttf"),
        ),
        (ICONS, include_bytes!("../../assets/fonts/Phosphor.ttf")),
        (
            ICONS_FILL,
            include_bytes!("../../assets/fonts/Phosphor-Fill.ttf"),
        ),
    ];
    for (name, bytes) in faces {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let families = [
        (FontFamily::Proportional, vec![UI, ICONS]),
        (FontFamily::Name(UI.into()), vec![UI, ICONS]),
        (strong(), vec![UI_STRONG, ICONS]),
        (FontFamily::Monospace, vec![MONO, UI]),
        (icons(), vec![ICONS]),
        (icons_fill(), vec![ICONS_FILL]),
    ];
    for (family, faces) in families {
        let faces = faces.into_iter().map(str::to_owned).collect();
        fonts.families.insert(family, faces);
    }
    fonts
}

/// Finds a face of the system for a character that the own faces lack.
#[derive(Default)]
struct SystemFonts {
    /// Listed at the first miss: that takes tens of milliseconds, which an English start never pays.
    library: Mutex<Option<Library>>,
}

struct Library {
    fonts: Collection,
    files: SourceCache,
}

impl Library {
    /// `None` where the font service of the system gives up, for instance without a single font.
    fn open() -> Option<Self> {
        catch_unwind(AssertUnwindSafe(|| Self {
            fonts: Collection::new(CollectionOptions {
                shared: false,
                system_fonts: true,
            }),
            files: SourceCache::new(Default::default()),
        }))
        .ok()
    }

    fn find(&mut self, c: char, family: &FontFamily) -> Option<QueryFont> {
        let mut query = self.fonts.query(&mut self.files);
        query.set_attributes(Attributes::new(
            FontWidth::NORMAL,
            FontStyle::Normal,
            weight(family),
        ));
        let generic = generic_family(family);
        match script(c) {
            Writing::Han => {
                query.set_families(HAN_FAMILIES.map(QueryFamily::Named));
                query.set_fallbacks(FallbackKey::new(
                    Script::from_bytes(*b"Hani"),
                    Language::parse("zh-SG").ok().as_ref(),
                ));
            }
            Writing::Script(script) => {
                query.set_families([QueryFamily::Generic(generic)]);
                query.set_fallbacks(FallbackKey::new(script, None));
            }
            Writing::Symbol => query.set_families(
                [
                    GenericFamily::Emoji,
                    generic,
                    GenericFamily::SystemUi,
                    GenericFamily::Math,
                    GenericFamily::Serif,
                ]
                .map(QueryFamily::Generic),
            ),
        }
        let mut found = None;
        query.matches_with(|font| {
            let glyph = font.charmap().and_then(|map| map.map(c));
            if glyph.is_some_and(|id| id != 0) {
                found = Some(font.clone());
                QueryStatus::Stop
            } else {
                QueryStatus::Continue
            }
        });
        found
    }
}

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let c = request.cluster.chars().next()?;
        if is_private_use(c) {
            return None;
        }
        let mut library = self.library.lock().ok()?;
        if library.is_none() {
            *library = Library::open();
        }
        let font = library.as_mut()?.find(c, request.family)?;
        let strong = weight(request.family) != FontWeight::NORMAL;
        let name = format!(
            "system:{:?}:{}:{}:{strong}",
            font.family.0, font.family.1, font.index
        );
        let (bytes, _) = font.blob.into_raw_parts();
        let mut data = FontData::from_blob(bytes, font.index);
        for (tag, value) in font.synthesis.variation_settings() {
            data.tweak.coords.push(tag.into_bytes(), *value);
        }
        let families = vec![InsertFontFamily {
            family: request.family.clone(),
            priority: FontPriority::Lowest,
        }];
        Some(FontInsert {
            name,
            data,
            families,
        })
    }
}

enum Writing {
    Han,
    Script(Script),
    /// Emoji, arrows and punctuation belong to no script.
    Symbol,
}

fn script(c: char) -> Writing {
    // Chinese punctuation and full-width forms are shared between scripts; here they are Chinese.
    if matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}') {
        return Writing::Han;
    }
    match c.script() {
        unicode_script::Script::Han => Writing::Han,
        unicode_script::Script::Common
        | unicode_script::Script::Inherited
        | unicode_script::Script::Unknown => Writing::Symbol,
        other => Script::parse(other.short_name()).map_or(Writing::Symbol, Writing::Script),
    }
}

fn weight(family: &FontFamily) -> FontWeight {
    if *family == strong() {
        FontWeight::SEMI_BOLD
    } else {
        FontWeight::NORMAL
    }
}

fn generic_family(family: &FontFamily) -> GenericFamily {
    match family {
        FontFamily::Monospace => GenericFamily::Monospace,
        FontFamily::Name(_) | FontFamily::Proportional => GenericFamily::SansSerif,
    }
}

fn is_private_use(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::icons::Icon;

    fn context() -> egui::Context {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        ctx.run_ui(Default::default(), |_| {})
            .drop_without_applying_deltas();
        ctx
    }

    #[test]
    fn every_icon_is_in_both_icon_fonts() {
        let ctx = context();
        for family in [icons(), icons_fill()] {
            let font = egui::FontId::new(16.0, family);
            for icon in Icon::ALL {
                let found = ctx.fonts_mut(|fonts| fonts.has_glyph(&font, icon.code_point()));
                assert!(found, "{icon:?} is missing in {:?}", font.family);
            }
        }
    }

    #[test]
    fn own_faces_cover_latin_greek_cyrillic_and_arrows() {
        let ctx = context();
        let text = "aäßłşőπЖ‹›“”…–→−≤";
        for family in [FontFamily::Proportional, FontFamily::Monospace, strong()] {
            let font = egui::FontId::new(14.0, family);
            assert!(ctx.fonts_mut(|fonts| fonts.has_glyphs(&font, text)));
        }
    }

    #[test]
    fn chinese_punctuation_comes_from_the_chinese_face() {
        assert!(matches!(script('，'), Writing::Han));
        assert!(matches!(script('证'), Writing::Han));
        assert!(matches!(script('ع'), Writing::Script(_)));
        assert!(matches!(script('😀'), Writing::Symbol));
    }
}
