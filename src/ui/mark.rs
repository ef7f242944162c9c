//! The program's mark: as the icon of its window, and small in the navigation.

use egui::{CornerRadius, IconData, Rect, Ui};

use super::icons::Icon;
use super::tokens::{Tokens, radius};
use super::widgets::icon;

/// Side of the raw picture in pixels.
const SIDE: u32 = 64;
const PIXELS: &[u8] = include_bytes!("../../assets/icon/certwright-64.rgba");

/// The icon of the window. Raw pixels: nothing is decoded before the first frame.
pub fn icon() -> IconData {
    IconData {
        rgba: PIXELS.to_vec(),
        width: SIDE,
        height: SIDE,
    }
}

/// Paints the mark in `rect`; the name beside it is the caller's.
pub fn paint(ui: &Ui, rect: Rect) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect_filled(rect, corner, tokens.accent_fill);
    let size = rect.width() * 0.7;
    icon::paint(ui, rect.center(), Icon::ShieldCheck, size, tokens.on_accent);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_has_all_its_pixels() {
        let icon = icon();
        assert_eq!(icon.rgba.len(), 4 * (icon.width * icon.height) as usize);
    }
}
