-- A project is not delivered before it was begun.
ALTER TABLE projects ADD CONSTRAINT projects_days_ordered CHECK (delivered_on >= started_on);
