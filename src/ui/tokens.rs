//! Every colour, size and text style of the window by its role; no colour is written anywhere else.

use egui::{Color32, FontFamily, FontId};

use super::fonts;

/// What a verdict says. It is always shown as icon and word, never as colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    Error,
    Info,
    Neutral,
    Ok,
    Warn,
}

/// The four colours of a verdict. `solid` is for icon, stripe, dot and bar, never for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneColors {
    pub fg: Color32,
    pub bg: Color32,
    pub border: Color32,
    pub solid: Color32,
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    pub dark: bool,
    /// Behind cards.
    pub canvas: Color32,
    /// Navigation and status bar.
    pub nav: Color32,
    /// Cards, controls, footer.
    pub surface: Color32,
    /// Code, plain chips, disabled controls.
    pub sunken: Color32,
    /// Palette, menus, dialogs, graph nodes.
    pub raised: Color32,
    /// Hovered row or button, track of a bar.
    pub hover: Color32,
    /// Chosen row, active navigation item.
    pub selected: Color32,
    /// Cards and row lines.
    pub border: Color32,
    /// Outline of inputs, buttons and boxes.
    pub control: Color32,
    pub text: Color32,
    /// Reasons, navigation labels.
    pub secondary: Color32,
    /// Labels, captions.
    pub muted: Color32,
    /// Disabled controls only.
    pub disabled: Color32,
    /// Links, active item, focus ring.
    pub accent: Color32,
    /// Primary button, bars.
    pub accent_fill: Color32,
    pub accent_hover: Color32,
    /// Text on `accent_fill`.
    pub on_accent: Color32,
    pub diff_add: Color32,
    pub diff_remove: Color32,
    /// Laid under dialogs.
    pub scrim: Color32,
    /// Shadow of popups; cards cast none.
    pub shadow: Color32,
    pub ok: ToneColors,
    pub warn: ToneColors,
    pub error: ToneColors,
    pub info: ToneColors,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn tone(fg: u32, bg: u32, border: u32, solid: u32) -> ToneColors {
    ToneColors {
        fg: rgb(fg),
        bg: rgb(bg),
        border: rgb(border),
        solid: rgb(solid),
    }
}

impl Tokens {
    pub const LIGHT: Self = Self {
        dark: false,
        canvas: rgb(0xF6F7F9),
        nav: rgb(0xECEFF3),
        surface: rgb(0xFFFFFF),
        sunken: rgb(0xF1F3F6),
        raised: rgb(0xFFFFFF),
        hover: rgb(0xE4E8EE),
        selected: rgb(0xDCE6FB),
        border: rgb(0xD9DEE6),
        control: rgb(0x747E8D),
        text: rgb(0x161B25),
        secondary: rgb(0x3F4959),
        muted: rgb(0x586272),
        disabled: rgb(0x98A1AF),
        accent: rgb(0x2454C6),
        accent_fill: rgb(0x2A5BD7),
        accent_hover: rgb(0x1F4BB8),
        on_accent: rgb(0xFFFFFF),
        diff_add: rgb(0xE4F5EA),
        diff_remove: rgb(0xFCE7E6),
        // #161B25 at 34 %, multiplied out.
        scrim: Color32::from_rgba_premultiplied(7, 9, 13, 87),
        shadow: Color32::from_rgba_premultiplied(5, 6, 8, 56),
        ok: tone(0x17693B, 0xEAF6EF, 0xB4DCC4, 0x1F8A4E),
        warn: tone(0x7F4E00, 0xFEF5E1, 0xEBCF93, 0xB36E00),
        error: tone(0xAE2019, 0xFDEEED, 0xF0BFBB, 0xCF3329),
        info: tone(0x1B5A78, 0xE9F4F9, 0xB5D6E5, 0x2E81A6),
    };

    pub const DARK: Self = Self {
        dark: true,
        canvas: rgb(0x14171D),
        nav: rgb(0x0F1216),
        surface: rgb(0x1B1F27),
        sunken: rgb(0x12151A),
        raised: rgb(0x232833),
        hover: rgb(0x262C37),
        selected: rgb(0x1F2E52),
        border: rgb(0x2F3642),
        control: rgb(0x788291),
        text: rgb(0xE9ECF2),
        secondary: rgb(0xBDC5D2),
        muted: rgb(0x99A3B3),
        disabled: rgb(0x5F6878),
        accent: rgb(0x93B4FF),
        accent_fill: rgb(0x3A68DE),
        accent_hover: rgb(0x2F59C8),
        on_accent: rgb(0xFFFFFF),
        diff_add: rgb(0x15301F),
        diff_remove: rgb(0x3A1D1D),
        scrim: Color32::from_rgba_premultiplied(0, 0, 0, 128),
        shadow: Color32::from_rgba_premultiplied(0, 0, 0, 140),
        ok: tone(0x6FD49A, 0x14271D, 0x28533B, 0x3FB574),
        warn: tone(0xF0BD5E, 0x2B2212, 0x5E4A1F, 0xDFA032),
        error: tone(0xFF9C93, 0x311A1A, 0x6B3432, 0xEE6258),
        info: tone(0x7CC4E4, 0x13252E, 0x2A4D5E, 0x4AA6CE),
    };

    /// The colours of the theme that `ui` is drawn in.
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::theme(ui.visuals().dark_mode)
    }

    pub const fn theme(dark: bool) -> &'static Self {
        if dark { &Self::DARK } else { &Self::LIGHT }
    }

    /// The colours of a verdict.
    pub const fn tone(&self, tone: Tone) -> ToneColors {
        match tone {
            Tone::Error => self.error,
            Tone::Info => self.info,
            Tone::Neutral => ToneColors {
                fg: self.secondary,
                bg: self.sunken,
                border: self.border,
                solid: self.muted,
            },
            Tone::Ok => self.ok,
            Tone::Warn => self.warn,
        }
    }
}

/// A text style: what it is used for decides size, weight and line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    Body,
    /// Table heads, second lines; the smallest.
    Caption,
    /// Lines of a configuration difference.
    Diff,
    /// The name of an identity.
    Heading,
    /// What the drop zone asks for.
    Invitation,
    /// Bindings, hashes, code.
    Mono,
    /// Side cards, places of findings.
    Small,
    /// `Small`, semibold.
    SmallStrong,
    /// Card titles, primary buttons.
    Strong,
    /// One per panel.
    Title,
    /// The sentence of the verdict line.
    Verdict,
}

impl Type {
    pub const ALL: [Self; 11] = [
        Self::Body,
        Self::Caption,
        Self::Diff,
        Self::Heading,
        Self::Invitation,
        Self::Mono,
        Self::Small,
        Self::SmallStrong,
        Self::Strong,
        Self::Title,
        Self::Verdict,
    ];

    /// Font size in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::Body | Self::Strong => 14.0,
            Self::Caption | Self::Diff => 12.0,
            Self::Heading => 16.0,
            Self::Invitation => 20.0,
            Self::Mono | Self::Small | Self::SmallStrong => 13.0,
            Self::Title => 22.0,
            Self::Verdict => 18.0,
        }
    }

    /// Line height in points; Chinese text needs more air.
    pub const fn line(self, script: Script) -> f32 {
        let (latin, han) = match self {
            Self::Body | Self::Strong => (20.0, 22.0),
            Self::Caption => (16.0, 18.0),
            Self::Diff | Self::Mono => (20.0, 20.0),
            Self::Heading => (24.0, 24.0),
            Self::Small | Self::SmallStrong => (18.0, 20.0),
            Self::Invitation | Self::Title => (28.0, 28.0),
            Self::Verdict => (24.0, 26.0),
        };
        match script {
            Script::Han => han,
            Script::Latin => latin,
        }
    }

    pub fn family(self) -> FontFamily {
        match self {
            Self::Body | Self::Caption | Self::Small => FontFamily::Proportional,
            Self::Diff | Self::Mono => FontFamily::Monospace,
            Self::Heading
            | Self::Invitation
            | Self::SmallStrong
            | Self::Strong
            | Self::Title
            | Self::Verdict => fonts::strong(),
        }
    }

    pub fn font(self) -> FontId {
        FontId::new(self.size(), self.family())
    }
}

/// The script the window's own words are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    Han,
    #[default]
    Latin,
}

/// Distances in points.
pub mod space {
    pub const XS: f32 = 4.0;
    pub const S: f32 = 8.0;
    pub const M: f32 = 12.0;
    pub const L: f32 = 16.0;
    pub const XL: f32 = 24.0;
    pub const XXL: f32 = 32.0;
}

/// Corner radii in points.
pub mod radius {
    pub const BAR: u8 = 3;
    pub const KEY: u8 = 4;
    pub const CHIP: u8 = 5;
    pub const CONTROL: u8 = 6;
    pub const CARD: u8 = 10;
    pub const PALETTE: u8 = 12;
    pub const DROP_ZONE: u8 = 14;
}

/// Heights and widths in points.
pub mod size {
    pub const STROKE: f32 = 1.0;
    pub const RING: f32 = 2.0;
    pub const STRIPE: f32 = 4.0;
    pub const BUTTON: f32 = 32.0;
    pub const BUTTON_SMALL: f32 = 28.0;
    pub const CHIP: f32 = 22.0;
    pub const NAV_ITEM: f32 = 34.0;
    pub const ROW: f32 = 36.0;
    pub const ROW_TWO: f32 = 52.0;
    pub const ROW_COMPACT: f32 = 28.0;
    pub const TABLE_HEAD: f32 = 30.0;
    pub const TABLE_ROW: f32 = 36.0;
    pub const TABLE_ROW_TWO: f32 = 50.0;
    pub const STATUS_BAR: f32 = 28.0;
    pub const FOOTER: f32 = 64.0;
    pub const ICON: f32 = 16.0;
    pub const ICON_NAV: f32 = 18.0;
    pub const ICON_LIST: f32 = 20.0;
    pub const ICON_VERDICT: f32 = 24.0;
    pub const VERDICT_TILE: f32 = 44.0;
    pub const NAV: f32 = 208.0;
    pub const NAV_RAIL: f32 = 56.0;
    /// Below this window width navigation is a rail.
    pub const NAV_BREAK: f32 = 1120.0;
    pub const CONTENT: f32 = 1040.0;
    pub const PROSE: f32 = 640.0;
    pub const SIDE: f32 = 280.0;
    /// The side column of advice.
    pub const ADVICE: f32 = 312.0;
    /// The side column of a plan.
    pub const PLAN: f32 = 376.0;
    pub const DIALOG: f32 = 480.0;
    /// A dialog that shows lines of a file.
    pub const DIALOG_WIDE: f32 = 640.0;
    pub const PALETTE: f32 = 640.0;
    pub const PALETTE_ROW: f32 = 40.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, relative luminance.
    fn luminance(color: Color32) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn backgrounds(t: &Tokens) -> [Color32; 7] {
        [
            t.canvas, t.nav, t.surface, t.sunken, t.raised, t.hover, t.selected,
        ]
    }

    #[test]
    fn text_is_readable_on_every_background() {
        for t in [Tokens::LIGHT, Tokens::DARK] {
            for background in backgrounds(&t) {
                for text in [t.text, t.secondary, t.muted, t.accent] {
                    assert!(contrast(text, background) >= 4.5, "{text:?} {background:?}");
                }
            }
            for fill in [t.accent_fill, t.accent_hover] {
                assert!(contrast(t.on_accent, fill) >= 4.5);
            }
            for tone in [t.ok, t.warn, t.error, t.info] {
                assert!(contrast(tone.fg, tone.bg) >= 4.5);
            }
        }
    }

    #[test]
    fn shapes_are_seen_on_every_background() {
        for t in [Tokens::LIGHT, Tokens::DARK] {
            for background in backgrounds(&t) {
                for shape in [
                    t.control,
                    t.ok.solid,
                    t.warn.solid,
                    t.error.solid,
                    t.info.solid,
                ] {
                    assert!(contrast(shape, background) >= 3.0, "{shape:?}");
                }
            }
        }
    }
}
