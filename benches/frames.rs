//! Ten thousand certificates, twenty thousand sites of IIS, a diagnosis of ten names, a thousand names of a
//! request while keys are made: 300 frames of scrolling, each run and tessellated.
//!
//!     cargo bench --bench frames

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use certwright::core::bundle::{Source, inspect};
use certwright::core::csr::NewKey;
use certwright::core::csr::generate::generate;
use certwright::core::diagnose::ask::{Asked, AskedOutcome, What};
use certwright::core::diagnose::{Check, Event as LearntEvent, Lane};
use certwright::core::env::memory::{CountingRandom, FixedClock, MemoryFiles, NoStores, NoWeb};
use certwright::core::env::{DnsName, Env, NoDialer, NoLedger, OneByOne, RecordType};
use certwright::core::iis::plan::BindingAt;
use certwright::core::iis::scan;
use certwright::core::op::{self, Request};
use certwright::core::progress::Unwatched;
use certwright::core::time::Moment;
use certwright::platform;
use certwright::state::csr::{Change, CsrAction};
use certwright::state::diagnose::{DiagnoseAction, Draft};
use certwright::state::iis::IisAction;
use certwright::state::view::Views;
use certwright::state::{Action, Effect, JobNumber, Model, OpenHow, Panel, apply};
use certwright::ui::desk::Desk;
use certwright::ui::{fonts, shell, style};
use egui::{
    Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2,
};
use rcgen::{CertificateParams, KeyPair};

const CERTIFICATES: usize = 10_000;
const SITES: usize = 20_000;
const NAMES: usize = 1_000;
const QUESTIONS: u64 = 500;
const FRAMES: usize = 300;
/// Frames that lay out glyphs for the first time.
const WARM_UP: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    measure(&format!("{CERTIFICATES} certificates"), opened()?, ".pem")?;
    measure(&format!("{SITES} sites of IIS"), scanned()?, ".example.com")?;
    measure(
        "a diagnosis of ten names in four lanes",
        diagnosed()?,
        ".example.com",
    )?;
    while_keys_are_made()
}

/// The wizard with a long paste, while RSA keys are made one after the other beside it.
fn while_keys_are_made() -> Result<(), Box<dyn Error>> {
    let is_over = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&is_over);
    let maker = std::thread::spawn(move || {
        let mut made = 0;
        while !seen.load(Ordering::Relaxed) {
            let world = platform::World::new();
            made += usize::from(generate(NewKey::Rsa3072, &world.env(), &Unwatched).is_ok());
        }
        made
    });
    let done = measure("1,000 names of a request", pasted(), ".example.com");
    is_over.store(true, Ordering::Relaxed);
    let made = maker.join().map_err(|_| "the maker of keys failed")?;
    println!("meanwhile {made} RSA-3072 keys were made");
    done
}

/// A model with a thousand names in the wizard for requests.
fn pasted() -> Model {
    let names = (0..NAMES).map(|number| format!("host{number:04}.example.com"));
    let text = names.collect::<Vec<_>>().join("\n");
    let mut model = Model::default();
    apply(&mut model, Action::Show(Panel::Csr));
    let started = Instant::now();
    let change = Change::SetNames(text);
    apply(&mut model, Action::Csr(CsrAction::Change(change)));
    println!(
        "{NAMES} names judged: {:.1} ms",
        started.elapsed().as_secs_f64() * 1e3
    );
    model
}

fn measure(what: &str, mut model: Model, ending: &str) -> Result<(), Box<dyn Error>> {
    let mut views = Views::default();
    let started = Instant::now();
    views.refresh(&model);
    println!(
        "views of {what}: {:.1} ms",
        started.elapsed().as_secs_f64() * 1e3
    );
    let ctx = egui::Context::default();
    fonts::install(&ctx);
    style::apply(&ctx, style::Preferences::default());
    let mut desk = Desk::default();
    let mut took: Vec<f64> = Vec::new();
    let mut vertices = 0;
    let mut last = String::new();
    for frame in 0..FRAMES + WARM_UP {
        let input = input(frame);
        let started = Instant::now();
        let mut output = ctx.run_ui(input, |ui| {
            let mut outbox = Vec::new();
            shell::ui(ui, &model, &views, &mut desk, &mut outbox);
            for action in outbox {
                apply(&mut model, action);
            }
        });
        // What a renderer would upload.
        output.textures_delta.clear();
        last = last_name(&output.shapes, ending);
        let shapes = ctx.tessellate(std::mem::take(&mut output.shapes), 1.0);
        vertices = shapes.iter().map(vertices_of).sum();
        if frame >= WARM_UP {
            took.push(started.elapsed().as_secs_f64() * 1e3);
        }
    }
    took.sort_by(f64::total_cmp);
    let at = |hundredths: usize| took.get((FRAMES - 1) * hundredths / 100).copied();
    println!(
        "{FRAMES} frames of scrolling {what}, {vertices} vertices each, down to {last}: \
         median {:.2} ms, 99th {:.2} ms, max {:.2} ms",
        at(50).unwrap_or(f64::NAN),
        at(99).unwrap_or(f64::NAN),
        at(100).unwrap_or(f64::NAN),
    );
    Ok(())
}

/// The last such name on the screen: proof that the table did scroll.
fn last_name(shapes: &[egui::epaint::ClippedShape], ending: &str) -> String {
    let texts = shapes.iter().filter_map(|shape| match &shape.shape {
        egui::Shape::Text(text) => Some(text.galley.text().to_owned()),
        _ => None,
    });
    texts
        .filter(|text| text.ends_with(ending))
        .max()
        .unwrap_or_default()
}

fn vertices_of(shape: &egui::ClippedPrimitive) -> usize {
    match &shape.primitive {
        egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
        egui::epaint::Primitive::Callback(_) => 0,
    }
}

fn input(frame: usize) -> RawInput {
    let mut events = vec![Event::PointerMoved(pos2(700.0, 500.0))];
    if frame > 2 {
        events.push(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -120.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
    }
    RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0))),
        time: Some(frame as f64 / 60.0),
        events,
        ..RawInput::default()
    }
}

/// A model with all certificates open, as the app would have it.
fn opened() -> Result<Model, Box<dyn Error>> {
    let files = MemoryFiles::default();
    let key = KeyPair::generate()?;
    for number in 0..CERTIFICATES {
        let name = format!("host{number:05}.example.com");
        let parameters = CertificateParams::new([name])?;
        let certificate = parameters.self_signed(&key)?;
        let mut held = files.0.lock().map_err(|_| "poisoned")?;
        held.insert(
            format!("/many/{number:05}.pem").into(),
            certificate.pem().into_bytes(),
        );
    }
    let source = Source::Path("/many".into());
    let mut model = Model::default();
    apply(
        &mut model,
        Action::Open {
            sources: vec![source.clone()],
            how: OpenHow::Replace,
        },
    );
    let request = Request::Inspect(inspect::Request {
        sources: vec![source],
        ..inspect::Request::default()
    });
    finish(&mut model, &files, &request)?;
    Ok(model)
}

/// A model with a diagnosis of ten names that is going on: every check of the four lanes begun, 500 questions asked.
fn diagnosed() -> Result<Model, Box<dyn Error>> {
    let names = (0..10).map(|number| format!("host{number}.example.com"));
    let draft = Draft {
        names: names.collect::<Vec<_>>().join(" "),
        ..Draft::default()
    };
    let mut model = Model::default();
    apply(&mut model, Action::Show(Panel::Diagnose));
    for step in [
        DiagnoseAction::Change(Box::new(draft)),
        DiagnoseAction::Run,
        DiagnoseAction::Agree,
    ] {
        apply(&mut model, Action::Diagnose(step));
    }
    let number = model.diagnose.job().ok_or("no run")?;
    let begun = model.diagnose.checks.iter();
    let mut events: Vec<LearntEvent> = begun
        .map(|check| LearntEvent::Check(Check::running(check.key.clone())))
        .collect();
    println!("{} checks", events.len());
    let name = DnsName::parse("host0.example.com").ok_or("no name")?;
    events.extend((0..QUESTIONS).map(|question| {
        LearntEvent::Asked(Asked {
            lane: Lane::Dns,
            whom: format!("ns{}.example.com", question % 40),
            address: None,
            what: What::Records {
                name: name.clone(),
                record: RecordType::CAA,
            },
            begun_ms: question * 7,
            took_ms: 40 + question % 30,
            outcome: AskedOutcome::Records { code: 0, count: 1 },
        })
    }));
    apply(&mut model, Action::Learnt { number, events });
    Ok(model)
}

/// Runs the one job there is.
fn finish(model: &mut Model, files: &MemoryFiles, request: &Request) -> Result<(), Box<dyn Error>> {
    let env = Env {
        files,
        clock: &FixedClock(Moment(1_795_430_520)),
        parallel: &OneByOne,
        random: &CountingRandom::default(),
        stores: &NoStores,
        iis: &certwright::core::env::NoIis,
        elevation: &certwright::core::env::NoElevation,
        ledger: &NoLedger,
        dns: &certwright::core::env::NoDns,
        web: &NoWeb,
        dial: &NoDialer,
    };
    let started = Instant::now();
    let outcome = op::run(request, &env, &Unwatched);
    println!(
        "{}: {:.1} ms",
        request.name(),
        started.elapsed().as_secs_f64() * 1e3
    );
    let job: JobNumber = model.jobs.first().ok_or("no job")?.number;
    apply(model, Action::FinishJob { job, outcome });
    Ok(())
}

/// A model with a server of many sites read and a hundred bindings marked.
fn scanned() -> Result<Model, Box<dyn Error>> {
    let mut text = String::from(
        "<?xml version=\"1.0\"?>\r\n<configuration><system.applicationHost><sites>\r\n",
    );
    for number in 0..SITES {
        text.push_str(&format!(
            "<site name=\"site{number:05}\" id=\"{}\">\r\n<bindings>\r\n\
             <binding protocol=\"https\" bindingInformation=\"*:443:host{number:05}.example.com\" \
             sslFlags=\"{}\" />\r\n</bindings>\r\n</site>\r\n",
            number + 1,
            usize::from(number % 7 != 0),
        ));
    }
    text.push_str("</sites></system.applicationHost></configuration>\r\n");
    let path = "/server/applicationHost.config";
    let files = MemoryFiles::default().with(path, text.as_bytes());
    let mut model = Model::default();
    let paths = vec![path.into()];
    apply(&mut model, Action::Iis(IisAction::Scan(paths.clone())));
    let request = Request::IisScan(scan::Request {
        paths,
        ..scan::Request::default()
    });
    finish(&mut model, &files, &request)?;
    let bindings = (0..100).map(|site| BindingAt {
        site: site * 7,
        binding: 0,
    });
    let effects = apply(
        &mut model,
        Action::Iis(IisAction::Mark(bindings.collect(), true)),
    );
    for effect in effects {
        if let Effect::Start { request, .. } = effect {
            finish(&mut model, &files, &request)?;
        }
    }
    Ok(model)
}
