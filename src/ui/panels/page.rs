//! The page every panel is laid out on: padding, header, one or two columns, one scroll area.

use egui::{
    Align, Layout, Margin, Pos2, Rect, Response, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2,
};

use crate::ui::desk::Desk;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text;

/// Height below which the sub line goes.
const LOW: f32 = 560.0;

/// Whether the window is too narrow for a side column.
pub fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < size::NAV_BREAK
}

/// The distance between cards.
pub fn gap(ui: &Ui) -> f32 {
    if is_narrow(ui) { space::M } else { space::L }
}

/// A panel that scrolls as one column.
pub fn scrolled(ui: &mut Ui, id_salt: &str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(id_salt)
        .auto_shrink(false)
        .show(ui, |ui| filled(ui, content));
}

/// A panel that fills the height there is.
pub fn filled(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let is_narrow = is_narrow(ui);
    let side = if is_narrow { 24 } else { 32 };
    let margin = Margin {
        left: side,
        right: side,
        top: if is_narrow { 16 } else { 20 },
        bottom: 24,
    };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
        content(ui);
    });
}

/// Title and sub line at the left, buttons at the right. Returns the button that was pressed.
pub fn header(
    ui: &mut Ui,
    desk: &mut Desk,
    title: &str,
    sub: &str,
    buttons: &[Button<'_>],
) -> Option<usize> {
    let drawn = header_beside(ui, desk, (title, sub), buttons, 0.0).0;
    drawn.iter().position(Response::clicked)
}

/// The same with so much room before the buttons. Returns the buttons as they were drawn, and where that room
/// ends at its right, at the top of the buttons.
pub fn header_beside(
    ui: &mut Ui,
    desk: &mut Desk,
    (title, sub): (&str, &str),
    buttons: &[Button<'_>],
    beside: f32,
) -> (Vec<Response>, Pos2) {
    let tokens = Tokens::of(ui);
    let sizes: Vec<Vec2> = buttons.iter().map(|button| button.size(ui)).collect();
    let room: f32 = sizes.iter().map(|size| size.x + space::S).sum();
    let area = ui.available_rect_before_wrap();
    let words_width = (area.width() - room - beside - space::L).max(120.0);
    let words = Rect::from_min_size(area.min, vec2(words_width, f32::INFINITY));
    let mut child = ui.new_child(UiBuilder::new().max_rect(words));
    child.spacing_mut().item_spacing.y = 3.0;
    text::name(&mut child, title, Type::Title, tokens.text, words_width);
    if ui.ctx().content_rect().height() >= LOW && !sub.is_empty() {
        text::paragraph(&mut child, sub, Type::Small, tokens.muted);
    }
    let bottom = child.min_rect().bottom().max(area.top() + 41.0);
    let mut x = area.right() - room + space::S;
    let taken = if room > 0.0 { room + space::XS } else { 0.0 };
    let before = pos2(area.right() - taken, area.top() + 9.0);
    let mut drawn = Vec::new();
    for (index, (button, size)) in buttons.iter().zip(sizes).enumerate() {
        let rect = Rect::from_min_size(pos2(x, area.top() + 9.0), size);
        let response = button.put(ui, rect);
        if index == 0 {
            desk.regions.push(response.id);
        }
        drawn.push(response);
        x += size.x + space::S;
    }
    let rect = Rect::from_min_max(area.min, pos2(area.right(), bottom));
    ui.advance_cursor_after_rect(rect);
    ui.add_space(gap(ui));
    (drawn, before)
}

/// Scrolls content inside a card: the bar stands in the card's padding, so that it covers nothing.
pub fn scrolled_in_card(
    ui: &mut Ui,
    body: Rect,
    id_salt: impl egui::AsIdSalt,
    content: impl FnOnce(&mut Ui),
) {
    let wide = Rect::from_min_max(body.min, pos2(body.right() + space::M, body.bottom()));
    let mut child = ui.new_child(UiBuilder::new().max_rect(wide).id_salt("card body"));
    ScrollArea::vertical()
        .id_salt(id_salt)
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.set_max_width(body.width());
            content(ui);
        });
}

/// Two columns of the same width; one below the other where the window is narrow.
pub fn halves<T>(
    ui: &mut Ui,
    state: &mut T,
    first: impl FnOnce(&mut Ui, &mut T),
    second: impl FnOnce(&mut Ui, &mut T),
) {
    let gap = gap(ui);
    let area = ui.available_rect_before_wrap();
    let width = area.width().min(size::CONTENT);
    let between = if is_narrow(ui) { gap } else { space::XL };
    let half = (width - between) / 2.0;
    let left = Rect::from_min_size(area.min, vec2(half, f32::INFINITY));
    let right = left.translate(vec2(half + between, 0.0));
    let layout = Layout::top_down(Align::LEFT);
    let column = |rect, salt| UiBuilder::new().max_rect(rect).layout(layout).id_salt(salt);
    let mut one = ui.new_child(column(left, "first half"));
    first(&mut one, state);
    let mut two = ui.new_child(column(right, "second half"));
    second(&mut two, state);
    let bottom = one.min_rect().bottom().max(two.min_rect().bottom());
    let all = Rect::from_min_max(area.min, pos2(area.left() + width, bottom));
    ui.advance_cursor_after_rect(all);
}

/// The content beside a side column; below it where there is no room beside.
pub fn columns<T>(
    ui: &mut Ui,
    state: &mut T,
    main: impl FnOnce(&mut Ui, &mut T),
    side: impl FnOnce(&mut Ui, &mut T),
) {
    let gap = gap(ui);
    if is_narrow(ui) {
        ui.spacing_mut().item_spacing.y = gap;
        main(ui, state);
        side(ui, state);
        return;
    }
    let area = ui.available_rect_before_wrap();
    let width = area.width().min(size::CONTENT);
    let main_width = width - size::SIDE - space::XL;
    let left = Rect::from_min_size(area.min, vec2(main_width, f32::INFINITY));
    let right = Rect::from_min_size(
        pos2(area.left() + main_width + space::XL, area.top()),
        vec2(size::SIDE, f32::INFINITY),
    );
    let layout = Layout::top_down(Align::LEFT);
    let column = |rect, salt| UiBuilder::new().max_rect(rect).layout(layout).id_salt(salt);
    let mut first = ui.new_child(column(left, "main"));
    first.spacing_mut().item_spacing.y = gap;
    main(&mut first, state);
    let mut second = ui.new_child(column(right, "side"));
    second.spacing_mut().item_spacing.y = gap;
    side(&mut second, state);
    let bottom = first.min_rect().bottom().max(second.min_rect().bottom());
    let all = Rect::from_min_max(area.min, pos2(area.left() + width, bottom));
    ui.advance_cursor_after_rect(all);
}
