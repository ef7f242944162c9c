//! Gives the Windows programs their manifest (no elevation, long paths, UTF-8, current controls),
//! their icon and their version.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

use embed_manifest::manifest::{
    ActiveCodePage, DpiAwareness, ExecutionLevel, Setting, SupportedOS,
};
use embed_manifest::{embed_manifest, new_manifest};

const RESOURCES: &str = "packaging/windows/certwright.rc";
const ICON: &str = "assets/icon/certwright.ico";

fn main() -> Result<(), Box<dyn Error>> {
    for file in ["build.rs", RESOURCES, ICON] {
        println!("cargo::rerun-if-changed={file}");
    }
    let is_windows = env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("windows");
    println!("cargo::rustc-check-cfg=cfg(has_wgpu)");
    if is_windows || env::var_os("CARGO_FEATURE_WGPU").is_some() {
        println!("cargo::rustc-cfg=has_wgpu");
    }
    if !is_windows {
        return Ok(());
    }
    embed_manifest(
        new_manifest("Certwright")
            .requested_execution_level(ExecutionLevel::AsInvoker)
            .long_path_aware(Setting::Enabled)
            .active_code_page(ActiveCodePage::Utf8)
            .dpi_awareness(DpiAwareness::PerMonitorV2)
            .supported_os(SupportedOS::Windows7..=SupportedOS::Windows10),
    )?;
    match env::var("CARGO_CFG_TARGET_ENV").as_deref() {
        Ok("gnu") => embed_icon(),
        _ => {
            println!("cargo::warning=the icon is embedded with mingw's windres only");
            Ok(())
        }
    }
}

/// Compiles icon and version with mingw's windres; the linker merges them with the manifest.
fn embed_icon() -> Result<(), Box<dyn Error>> {
    let object = PathBuf::from(env::var("OUT_DIR")?).join("certwright.res.o");
    let version = env::var("CARGO_PKG_VERSION")?;
    let numbers = version.replace('.', ",");
    let status = Command::new("x86_64-w64-mingw32-windres")
        .arg(format!("-DVERSION_NUMBERS={numbers},0"))
        .arg(format!("-DVERSION_TEXT=\\\"{version}\\\""))
        .args(["--output-format=coff", "--input", RESOURCES, "--output"])
        .arg(&object)
        .status()?;
    if !status.success() {
        return Err(format!("windres: {status}").into());
    }
    println!("cargo::rustc-link-arg-bins={}", object.display());
    Ok(())
}
