//! Opens the window with the first renderer that works.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::rc::Rc;

use super::arguments::Opening;
use super::ladder::{Marks, Rung};
use super::window::{Start, Window};
use super::{headless, world};

/// The program's name in window titles and for the desktop.
const NAME: &str = "Certwright";
/// Smallest size of the window in points.
const MIN_SIZE: [f32; 2] = [960.0, 640.0];
const FIRST_SIZE: [f32; 2] = [1280.0, 800.0];

/// Opens the window; without a display the report goes to standard output.
pub fn run(opening: Opening) -> ExitCode {
    if !world::has_display() {
        return headless::report(&opening.paths);
    }
    let marks = Rc::new(RefCell::new(match opening.renderer {
        Some(_) => Marks::default(),
        None => Marks::read(),
    }));
    let rungs = match opening.renderer {
        Some(rung) => vec![rung],
        None => marks.borrow().rungs(),
    };
    for rung in rungs {
        marks.borrow_mut().starting(rung);
        match attempt(rung, &opening, &marks) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(fault) => {
                tracing::warn!("renderer {} did not start: {fault}", rung.name());
                marks.borrow_mut().failed();
            }
        }
    }
    headless::report(&opening.paths)
}

fn attempt(rung: Rung, opening: &Opening, marks: &Rc<RefCell<Marks>>) -> Result<(), String> {
    let start = Start {
        paths: opening.paths.clone(),
        on_first_frame: Some(Box::new({
            let marks = Rc::clone(marks);
            move || marks.borrow_mut().started()
        })),
    };
    let options = options(rung);
    let run = || {
        eframe::run_native(
            NAME,
            options,
            Box::new(|context| Ok(Box::new(Window::open(&context.egui_ctx, start)))),
        )
    };
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(fault)) => Err(fault.to_string()),
        Err(_) => Err("internal fault".to_owned()),
    }
}

fn options(rung: Rung) -> eframe::NativeOptions {
    let viewport = egui::ViewportBuilder::default()
        .with_title(NAME)
        .with_app_id("certwright")
        .with_inner_size(FIRST_SIZE)
        .with_min_inner_size(MIN_SIZE)
        .with_icon(crate::ui::mark::icon())
        .with_drag_and_drop(true);
    let mut options = eframe::NativeOptions {
        viewport,
        // Our own look-up knows which Chinese faces to prefer.
        system_font_fallback: false,
        dithering: false,
        persist_window: false,
        ..eframe::NativeOptions::default()
    };
    match rung {
        Rung::Glow => options.renderer = eframe::Renderer::Glow,
        #[cfg(has_wgpu)]
        Rung::Dx12 => use_wgpu(&mut options, eframe::wgpu::Backends::DX12),
        #[cfg(has_wgpu)]
        // Not DX12 again: where its driver ends the program, this rung must not meet it.
        Rung::Wgpu => use_wgpu(
            &mut options,
            eframe::wgpu::Backends::VULKAN | eframe::wgpu::Backends::GL,
        ),
    }
    options
}

#[cfg(has_wgpu)]
fn use_wgpu(options: &mut eframe::NativeOptions, backends: eframe::wgpu::Backends) {
    use eframe::egui_wgpu::WgpuSetup;

    options.renderer = eframe::Renderer::Wgpu;
    if let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup {
        setup.instance_descriptor.backends = backends;
    }
}
