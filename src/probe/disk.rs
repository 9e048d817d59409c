//! `disk`: how full file systems are.
//!
//! In: mount points, or none for all real ones. Out: size, used space and share of each, as `df` counts them: what only the
//! superuser may fill is no part of the size, so that the share is that of what users can fill.

use std::path::Path;
use std::time::Duration;

use super::{Failed, Probe, ProbeSample, SPACE, space, within};

/// The probe.
pub(super) const PROBE: Probe = Probe { id: "disk", metric: "disk", measures: SPACE };

/// File systems that are not where data lie; the list that is walked leaves most of them out by itself.
const PSEUDO: [&str; 12] = [
    "tmpfs", "devtmpfs", "overlay", "ramfs", "squashfs", "iso9660", "udf", "efivarfs", "tracefs",
    "debugfs", "autofs", "nsfs",
];

/// What to measure.
#[derive(Debug, Clone, Default)]
pub(crate) struct Disks {
    /// The mount points; every real file system without any.
    pub mounts: Vec<String>,
    /// The longest that measuring may take.
    pub limit: Duration,
}

/// Size and used part of a file system in bytes.
struct Usage {
    total: u64,
    used: u64,
}

impl Disks {
    /// Measures.
    ///
    /// # Errors
    /// [`Failed`] if one of the mount points cannot be measured, or nothing is there to measure.
    pub(crate) fn measure(&self) -> Result<Vec<ProbeSample>, Failed> {
        let named = self.mounts.clone();
        let measured =
            within(self.limit, move || if named.is_empty() { all() } else { these(&named) });
        // A network file system whose server is gone answers never.
        measured.unwrap_or_else(|| {
            Err(Failed::found("probe-disk-timeout").arg("seconds", self.limit.as_secs()))
        })
    }

    /// The name by which the machine knows itself.
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
        // Where nothing is mounted, the file system below would be measured under a wrong name.
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

/// Every real file system, in order of mount point; one mounted at several places counts at the first.
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

/// A directory on another device than the one it lies in, or the root of all.
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
