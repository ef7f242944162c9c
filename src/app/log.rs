//! The log: our own lines only, on standard error, warnings unless `CERTWRIGHT_LOG` asks for more.
//! And what is said when the program itself is at fault.

use std::panic;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Starts logging and hooks the words for a fault of the program.
pub fn start() {
    let level = std::env::var("CERTWRIGHT_LOG")
        .ok()
        .and_then(|level| level.parse().ok())
        .unwrap_or(LevelFilter::WARN);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .without_time()
        .with_target(false);
    // Other crates' lines could hold what they were given.
    let ours = Targets::new().with_target("certwright", level);
    if let Err(fault) = tracing_subscriber::registry()
        .with(lines)
        .with(ours)
        .try_init()
    {
        eprintln!("{fault}");
    }
    panic::set_hook(Box::new(|fault| {
        // The place only: the words may quote what was being worked on.
        match fault.location() {
            Some(place) => tracing::error!("internal fault at {}:{}", place.file(), place.line()),
            None => tracing::error!("internal fault"),
        }
    }));
}
