//! Chains: one of three certificates from DER beside rustls-webpki, a search among ten thousand
//! intermediates, and all of x509-limbo in one process.
//!
//!     cargo bench --bench chain

use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use certwright::core::chain::{Lists, Material, Pool, Profile, Question, Roots, ask};
use certwright::core::time::Moment;
use certwright::core::x509::Certificate;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PKCS_RSA_SHA256, SignatureAlgorithm,
};
use rustls_pki_types::{CertificateDer, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, anchor_from_trusted_cert};

/// 2026-11-23T10:42:00Z.
const NOW: i64 = 1_795_430_520;
const ROUNDS: usize = 15;
const CHAINS_A_ROUND: usize = 200;
const INTERMEDIATES: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    println!("three certificates from DER, median of {ROUNDS} rounds of {CHAINS_A_ROUND}");
    for (name, algorithm) in [
        ("P-256", &rcgen::PKCS_ECDSA_P256_SHA256),
        ("RSA 2048", &PKCS_RSA_SHA256),
    ] {
        three(name, algorithm)?;
    }
    ten_thousand()?;
    Ok(())
}

/// Root, intermediate and leaf in DER.
struct Hierarchy {
    root: Vec<u8>,
    intermediate: Vec<u8>,
    leaf: Vec<u8>,
}

fn authority(name: &str) -> Result<CertificateParams, rcgen::Error> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.distinguished_name.push(DnType::CommonName, name);
    params.use_authority_key_identifier_extension = true;
    Ok(params)
}

fn hierarchy(algorithm: &'static SignatureAlgorithm) -> Result<Hierarchy, rcgen::Error> {
    let root = authority("Bench Root")?;
    let root_key = KeyPair::generate_for(algorithm)?;
    let root_der = root.self_signed(&root_key)?.der().to_vec();
    let root = Issuer::new(root, root_key);
    let middle = authority("Bench Intermediate")?;
    let middle_key = KeyPair::generate_for(algorithm)?;
    let middle_der = middle.signed_by(&middle_key, &root)?.der().to_vec();
    let middle = Issuer::new(middle, middle_key);
    let mut leaf = CertificateParams::new(vec!["www.example.com".to_owned()])?;
    leaf.distinguished_name
        .push(DnType::CommonName, "www.example.com");
    leaf.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::ServerAuth];
    leaf.use_authority_key_identifier_extension = true;
    let leaf_der = leaf
        .signed_by(&KeyPair::generate_for(algorithm)?, &middle)?
        .der()
        .to_vec();
    Ok(Hierarchy {
        root: root_der,
        intermediate: middle_der,
        leaf: leaf_der,
    })
}

fn parsed(der: &[u8]) -> Result<Arc<Certificate>, Box<dyn Error>> {
    Ok(Arc::new(Certificate::parse(der)?))
}

fn three(name: &str, algorithm: &'static SignatureAlgorithm) -> Result<(), Box<dyn Error>> {
    let made = hierarchy(algorithm)?;
    let mut roots = Roots::default();
    roots.add(parsed(&made.root)?);
    let (lists, nobody) = (Lists::default(), Roots::default());
    let question = Question {
        profile: Profile::Rfc5280,
        ..Question::at(Moment(NOW))
    };
    let ours = || -> Result<(), Box<dyn Error>> {
        let (leaf, middle) = (parsed(&made.leaf)?, parsed(&made.intermediate)?);
        let pool = Pool::new([Arc::clone(&leaf), middle]);
        let material = Material {
            pool: &pool,
            roots: &roots,
            public_roots: &nobody,
            lists: &lists,
        };
        let answer = black_box(ask(&leaf, &question, material));
        if answer.is_sound() {
            Ok(())
        } else {
            Err("not sound".into())
        }
    };
    let root = CertificateDer::from(made.root.as_slice());
    let anchors = [anchor_from_trusted_cert(&root)?];
    let at = UnixTime::since_unix_epoch(Duration::from_secs(NOW.unsigned_abs()));
    let theirs = || -> Result<(), Box<dyn Error>> {
        let leaf = CertificateDer::from(made.leaf.as_slice());
        let middle = [CertificateDer::from(made.intermediate.as_slice())];
        let usage = KeyUsage::server_auth();
        let leaf = EndEntityCert::try_from(&leaf)?;
        let path = leaf.verify_for_usage(
            ALL_VERIFICATION_ALGS,
            &anchors,
            &middle,
            at,
            usage,
            None,
            None,
        )?;
        black_box(path);
        Ok(())
    };
    let mut times = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        times.0.push(round(&ours)?);
        times.1.push(round(&theirs)?);
    }
    let (ours, theirs) = (median(&mut times.0), median(&mut times.1));
    println!(
        "{name:<10} certwright {ours:6.1} µs, rustls-webpki {theirs:6.1} µs, ratio {:.2}",
        ours / theirs
    );
    Ok(())
}

/// Microseconds of one chain.
fn round(judge: &dyn Fn() -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let started = Instant::now();
    for _ in 0..CHAINS_A_ROUND {
        judge()?;
    }
    Ok(started.elapsed().as_secs_f64() * 1e6 / CHAINS_A_ROUND as f64)
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Ten thousand intermediates of different names, and as many of one name with keys of their own.
fn ten_thousand() -> Result<(), Box<dyn Error>> {
    let root = authority("Bench Root")?;
    let root_key = KeyPair::generate()?;
    let mut roots = Roots::default();
    roots.add(parsed(root.self_signed(&root_key)?.der())?);
    let root = Issuer::new(root, root_key);
    for same_name in [false, true] {
        let mut held = Vec::new();
        let mut leaf = None;
        for number in 0..INTERMEDIATES {
            let name = match same_name {
                true => "Bench Intermediate".to_owned(),
                false => format!("Bench Intermediate {number}"),
            };
            let middle = authority(&name)?;
            let key = KeyPair::generate()?;
            held.push(parsed(middle.signed_by(&key, &root)?.der())?);
            if number == INTERMEDIATES / 2 {
                let mut params = CertificateParams::new(vec!["www.example.com".to_owned()])?;
                params.use_authority_key_identifier_extension = true;
                let issuer = Issuer::new(middle, key);
                leaf = Some(parsed(
                    params.signed_by(&KeyPair::generate()?, &issuer)?.der(),
                )?);
            }
        }
        let leaf = leaf.ok_or("no leaf")?;
        held.push(Arc::clone(&leaf));
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let held = held.clone();
            let started = Instant::now();
            let pool = Pool::new(held);
            let (lists, nobody) = (Lists::default(), Roots::default());
            let material = Material {
                pool: &pool,
                roots: &roots,
                public_roots: &nobody,
                lists: &lists,
            };
            let answer = ask(&leaf, &Question::at(Moment(NOW)), material);
            times.push(started.elapsed().as_secs_f64() * 1e3);
            if !answer.is_sound() {
                return Err("no path among ten thousand".into());
            }
        }
        let names = if same_name {
            "of one name"
        } else {
            "of different names"
        };
        println!(
            "{INTERMEDIATES} intermediates {names}: {:.1} ms with the index",
            median(&mut times)
        );
    }
    Ok(())
}
