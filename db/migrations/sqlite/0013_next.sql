DROP INDEX `award_proposal`;--> statement-breakpoint
ALTER TABLE `award` ADD `run` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `award_proposal` ON `award` (`proposal_id`,`run`);