//! Ten thousand certificate files: from drop to all rows countable, and the memory they take.
//!
//!     cargo bench --bench collection            # makes the files once below target/, then measures
//!     cargo bench --bench collection -- --make  # only makes them and prints where they are

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use certwright::core::bundle::{Source, inspect};
use certwright::core::op::{self, Outcome, Report, Request};
use certwright::core::progress::Unwatched;
use certwright::platform::World;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

const FILES: usize = 10_000;
const RUNS: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("collection");
    if !folder.join("done").exists() {
        make(&folder)?;
    }
    println!("{}", folder.join("certificates").display());
    if std::env::args().any(|argument| argument == "--make") {
        return Ok(());
    }
    let mut seconds = Vec::new();
    for _ in 0..RUNS {
        seconds.push(open(&folder.join("certificates"))?);
    }
    seconds.sort_by(f64::total_cmp);
    let (least, most) = (seconds.first(), seconds.last());
    if let (Some(least), Some(median), Some(most)) = (least, seconds.get(RUNS / 2), most) {
        println!("{FILES} files to rows: min {least:.3} s, median {median:.3} s, max {most:.3} s");
    }
    Ok(())
}

fn open(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let world = World::new();
    let request = inspect::Request {
        sources: vec![Source::Path(folder.to_owned())],
        ..inspect::Request::default()
    };
    let started = Instant::now();
    let outcome = op::run(&Request::Inspect(request), &world.env(), &Unwatched);
    let took = started.elapsed().as_secs_f64();
    match outcome {
        Outcome::Done(Report::Inspection(inspection)) => {
            assert_eq!(inspection.artifacts.len(), FILES);
            Ok(took)
        }
        _ => Err("no inspection".into()),
    }
}

/// One issuer, and ten thousand certificates below it with keys of their own kind: P-256.
fn make(folder: &Path) -> Result<(), Box<dyn Error>> {
    let certificates = folder.join("certificates");
    fs::create_dir_all(&certificates)?;
    let issuer_key = KeyPair::generate()?;
    let mut issuer = CertificateParams::new(Vec::new())?;
    issuer.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    issuer
        .distinguished_name
        .push(rcgen::DnType::CommonName, "Collection CA");
    let issuer = Issuer::new(issuer, issuer_key);
    for number in 0..FILES {
        let name = format!("host-{number:05}.example.com");
        let mut leaf = CertificateParams::new(vec![name.clone()])?;
        leaf.distinguished_name
            .push(rcgen::DnType::CommonName, name.as_str());
        let certificate = leaf.signed_by(&KeyPair::generate()?, &issuer)?;
        fs::write(certificates.join(format!("{name}.crt")), certificate.pem())?;
    }
    fs::write(folder.join("done"), "")?;
    Ok(())
}
