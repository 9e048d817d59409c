//! `disk`: how full file systems are.
//!
//! In: mount points, or none for all real ones. Out: size, used space and share of each, counted as `df` does: space reserved
//! for the superuser is not part of the size, so that the share is that of what users can fill.

use std::path::Path;
use std::time::Duration;

use super::{Failed, Probe, ProbeSample, SPACE, space, within};

/// The probe.
pub(super) const PROBE: Probe = Probe { id: "disk", metric: "disk", measures: SPACE };

/// Types of file systems that hold no data; the list of mounts omits most of them already.
const PSEUDO: [&str; 12] = [
    "tmpfs", "devtmpfs", "overlay", "ramfs", "squashfs", "iso9660", "udf", "efivarfs", "tracefs",
    "debugfs", "autofs", "nsfs",
];

/// Options of the probe.
#[derive(Debug, Clone, Default)]
pub(crate) struct Disks {
    /// The mount points; if empty, every real file system.
    pub mounts: Vec<String>,
    /// Time limit.
    pub limit: Duration,
}

/// Size and used part of a file system in bytes.
struct Usage {
    total: u64,
    used: u64,
}

impl Disks {
    /// Measures the file systems.
    ///
    /// # Errors
    /// [`Failed`] if a mount point cannot be measured, or if there is nothing to measure.
    pub(crate) fn measure(&self) -> Result<Vec<ProbeSample>, Failed> {
        let named = self.mounts.clone();
        let measured =
            within(self.limit, move || if named.is_empty() { all() } else { these(&named) });
        // A network file system whose server is gone never answers.
        measured.unwrap_or_else(|| {
            Err(Failed::found("probe-disk-timeout").arg("seconds", self.limit.as_secs()))
        })
    }

    /// Host name of the machine.
    pub(crate) fn host() -> Option<String> {
        sysinfo::System::host_name().filter(|name| !name.is_empty())
    }
}

fn these(mounts: &[String]) -> Result<Vec<ProbeSample>, Failed> {
    let mut samples = Vec::new();
    for mount in mounts {
        let unmeasured = |reason: &dyn ToString| {
            Failed::found("probe-disk-unmeasured")
                .arg("mount", mount)
                .arg("reason", reason.to_string())
        };
        let path = Path::new(mount);
        // If nothing is mounted there, the parent file system would be measured under a wrong name.
        if !is_mount(path).map_err(|error| unmeasured(&error))? {
            return Err(Failed::found("probe-disk-no-mount").arg("mount", mount));
        }
        let usage = usage(path).map_err(|error| unmeasured(&error))?;
        if usage.total == 0 {
            return Err(Failed::found("probe-disk-empty").arg("mount", mount));
        }
        samples.extend(space(mount, usage.total, usage.used));
    }
    Ok(samples)
}

/// Every real file system, in order of mount point; one that is mounted several times counts once, at the first mount point.
fn all() -> Result<Vec<ProbeSample>, Failed> {
    let disks = sysinfo::Disks::new_with_refreshed_list();
    let real = disks.list().iter().filter(|disk| {
        let kind = disk.file_system().to_string_lossy().to_lowercase();
        !PSEUDO.contains(&kind.as_str()) && !kind.starts_with("fuse.")
    });
    let mut mounts: Vec<_> = real
        .filter_map(|disk| Some((disk.mount_point().to_str()?.to_owned(), disk.name().to_owned())))
        .filter(|(mount, _)| Path::new(mount).is_dir())
        .collect();
    mounts.sort();
    let mut devices = Vec::new();
    let mut samples = Vec::new();
    for (mount, device) in mounts {
        if devices.contains(&device) {
            continue;
        }
        let usage = usage(Path::new(&mount)).map_err(|error| {
            Failed::found("probe-disk-unmeasured").arg("mount", &mount).arg("reason", error)
        })?;
        if usage.total > 0 {
            devices.push(device);
            samples.extend(space(&mount, usage.total, usage.used));
        }
    }
    if samples.is_empty() { Err(Failed::found("probe-disk-none")) } else { Ok(samples) }
}

#[cfg(unix)]
fn usage(mount: &Path) -> std::io::Result<Usage> {
    let failure = rustix::fs::statvfs(mount)?;
    let used = failure.f_blocks.saturating_sub(failure.f_bfree).saturating_mul(failure.f_frsize);
    let free = failure.f_bavail.saturating_mul(failure.f_frsize);
    Ok(Usage { total: used.saturating_add(free), used })
}

/// A directory on another device than its parent, or the root directory.
#[cfg(unix)]
fn is_mount(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let (inside, above) = (path.metadata()?, path.join("..").metadata()?);
    Ok(inside.dev() != above.dev() || inside.ino() == above.ino())
}

#[cfg(not(unix))]
fn usage(mount: &Path) -> std::io::Result<Usage> {
    let disks = sysinfo::Disks::new_with_refreshed_list();
    let disk = disks.list().iter().find(|disk| disk.mount_point() == mount);
    let disk = disk.ok_or(std::io::ErrorKind::NotFound)?;
    let (total, free) = (disk.total_space(), disk.available_space());
    Ok(Usage { total, used: total.saturating_sub(free) })
}

#[cfg(not(unix))]
fn is_mount(path: &Path) -> std::io::Result<bool> {
    let disks = sysinfo::Disks::new_with_refreshed_list();
    Ok(disks.list().iter().any(|disk| disk.mount_point() == path))
}
